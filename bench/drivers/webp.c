// Codes a picture with and without loss and decodes it, with libwebp's portable
// code.
#include "picture.h"
#include "webp/decode.h"
#include "webp/encode.h"

int main(int argc, char **argv) {
  enum { Width = 160, Height = 128 };
  uint8_t *pixels = makePicture(Width, Height);
  for (int round = rounds(argc, argv, 10); round > 0; --round) {
    uint8_t *coded;
    int width, height;
    size_t size =
        WebPEncodeLosslessRGB(pixels, Width, Height, 3 * Width, &coded);
    uint8_t *back = WebPDecodeRGB(coded, size, &width, &height);
    if (!back || memcmp(back, pixels, 3 * Width * Height) != 0)
      return 1;
    mix(size);
    WebPFree(back);
    WebPFree(coded);
    for (int i = 0; i < 4; ++i) {
      size =
          WebPEncodeRGB(pixels, Width, Height, 3 * Width, 40 + 15 * i, &coded);
      back = WebPDecodeRGB(coded, size, &width, &height);
      mix(size);
      mixBytes(back + 3 * Width * i, 300);
      WebPFree(back);
      WebPFree(coded);
    }
    pixels[round * 997 % (3 * Width * Height)] ^= 64;
  }
  return finish();
}
