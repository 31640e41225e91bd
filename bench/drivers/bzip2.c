// Compresses text and decompresses it with bzip2.
#include "text.h"
#include <bzlib.h>

// What the library calls when it finds itself wrong.
void bz_internal_error(int code) { exit(code); }

int main(int argc, char **argv) {
  enum { Size = 1 << 18 };
  char *text = allocate(Size), *back = allocate(Size), *packed = allocate(Size);
  fillText(text, Size);
  for (int round = rounds(argc, argv, 13); round > 0; --round) {
    unsigned size = Size, length = Size;
    if (BZ2_bzBuffToBuffCompress(packed, &size, text, Size, 5, 0, 30) ||
        BZ2_bzBuffToBuffDecompress(back, &length, packed, size, 0, 0))
      return 1;
    if (length != Size || memcmp(text, back, Size) != 0)
      return 2;
    mix(size);
    text[round * 997 % Size] ^= 1;
  }
  return finish();
}
