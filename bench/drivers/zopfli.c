// Deflates text with Zopfli, which searches for the best way. Its sums of
// doubles decide, so sizes are compared too.
#include "text.h"
#include <zopfli.h>

int main(int argc, char **argv) {
  enum { Size = 20000 };
  char *text = allocate(Size);
  ZopfliOptions options;
  ZopfliInitOptions(&options);
  options.numiterations = 5;
  fillText(text, Size);
  for (int round = rounds(argc, argv, 5); round > 0; --round) {
    unsigned char *packed = 0;
    size_t size = 0;
    ZopfliCompress(&options, ZOPFLI_FORMAT_ZLIB, (unsigned char *)text, Size,
                   &packed, &size);
    mix(size);
    mixBytes(packed, 64);
    free(packed);
    text[round * 997 % Size] ^= 1;
  }
  return finish();
}
