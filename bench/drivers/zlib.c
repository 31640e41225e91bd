// Deflates text at three levels and inflates it again, with zlib.
#include "text.h"
#include <zlib.h>

int main(int argc, char **argv) {
  enum { Size = 1 << 18 };
  char *text = allocate(Size), *back = allocate(Size);
  uLong bound = compressBound(Size);
  Bytef *packed = allocate(bound);
  fillText(text, Size);
  for (int round = rounds(argc, argv, 7); round > 0; --round)
    for (int level = 1; level <= 9; level += 4) {
      uLongf size = bound, length = Size;
      compress2(packed, &size, (Bytef *)text, Size, level);
      if (uncompress((Bytef *)back, &length, packed, size) != Z_OK)
        return 1;
      mix(size);
      mix(crc32(0, (Bytef *)back, length));
      text[round * 997 % Size] ^= 1;
    }
  return finish();
}
