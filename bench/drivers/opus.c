// Codes sound and decodes it with Opus in fixed-point arithmetic.
#include "bench.h"
#include <opus.h>

int main(int argc, char **argv) {
  enum { Rate = 24000, Frame = 480, Frames = 50 };
  int error;
  OpusEncoder *encoder =
      opus_encoder_create(Rate, 1, OPUS_APPLICATION_AUDIO, &error);
  OpusDecoder *decoder = opus_decoder_create(Rate, 1, &error);
  if (!encoder || !decoder)
    return 1;
  int16_t sound[Frame], back[Frame];
  uint8_t packet[1500];
  int32_t level = 0, slope = 300;
  for (int round = rounds(argc, argv, 82); round > 0; --round) {
    opus_encoder_ctl(encoder, OPUS_SET_BITRATE(16000 + 8000 * (round % 4)));
    for (int frame = 0; frame < Frames; ++frame) {
      // Triangles of changing slope with some noise.
      for (int i = 0; i < Frame; ++i) {
        level += slope + (int)(randomWord() % 400) - 200;
        if (level > 9000 || level < -9000) {
          slope = (level > 0 ? -1 : 1) * (int)(200 + randomWord() % 900);
          level = level > 0 ? 9000 : -9000;
        }
        sound[i] = level;
      }
      int size = opus_encode(encoder, sound, Frame, packet, sizeof packet);
      if (size < 0 || opus_decode(decoder, packet, size, back, Frame, 0) < 0)
        return 2;
      mix(size);
      mix((uint16_t)back[frame * 9]);
    }
  }
  return finish();
}
