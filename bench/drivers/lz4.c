// Compresses text fast and well and decompresses it with LZ4. How small the
// fast mode makes it depends on the size of a register, so only the other
// counts.
#include "text.h"
#include <lz4.h>
#include <lz4hc.h>

int main(int argc, char **argv) {
  enum { Size = 1 << 18 };
  char *text = allocate(Size), *back = allocate(Size);
  int bound = LZ4_compressBound(Size);
  char *packed = allocate(bound);
  fillText(text, Size);
  for (int round = rounds(argc, argv, 20); round > 0; --round) {
    for (int i = 0; i < 10; ++i) {
      int size = LZ4_compress_default(text, packed, Size, bound);
      if (LZ4_decompress_safe(packed, back, size, Size) != Size)
        return 1;
      text[(round * 997 + i * 131) % Size] = back[i * 1000] ^ 1;
    }
    int size = LZ4_compress_HC(text, packed, Size, bound, 6);
    mix(size);
    for (int i = 0; i < 10; ++i)
      if (LZ4_decompress_safe(packed, back, size, Size) != Size)
        return 1;
    if (memcmp(text, back, Size) != 0)
      return 2;
  }
  return finish();
}
