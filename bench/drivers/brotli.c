// Compresses text at two qualities and decompresses it with Brotli.
#include "text.h"
#include <brotli/decode.h>
#include <brotli/encode.h>

int main(int argc, char **argv) {
  enum { Size = 1 << 17 };
  char *text = allocate(Size);
  uint8_t *packed = allocate(2 * Size), *back = allocate(Size);
  fillText(text, Size);
  for (int round = rounds(argc, argv, 19); round > 0; --round)
    for (int quality = 3; quality <= 9; quality += 3) {
      size_t size = 2 * Size, length = Size;
      if (!BrotliEncoderCompress(quality, 18, BROTLI_MODE_TEXT, Size,
                                 (uint8_t *)text, &size, packed) ||
          BrotliDecoderDecompress(size, packed, &length, back) !=
              BROTLI_DECODER_RESULT_SUCCESS)
        return 1;
      if (length != Size || memcmp(text, back, Size) != 0)
        return 2;
      mix(size);
      text[round * 997 % Size] ^= 1;
    }
  return finish();
}
