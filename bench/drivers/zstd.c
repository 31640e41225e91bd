// Compresses text at several levels and decompresses it with Zstandard.
#include "text.h"
#include <zstd.h>

int main(int argc, char **argv) {
  enum { Size = 1 << 18 };
  char *text = allocate(Size), *back = allocate(Size);
  size_t bound = ZSTD_compressBound(Size);
  char *packed = allocate(bound);
  ZSTD_CCtx *compressor = ZSTD_createCCtx();
  ZSTD_DCtx *decompressor = ZSTD_createDCtx();
  fillText(text, Size);
  for (int round = rounds(argc, argv, 10); round > 0; --round)
    for (int level = 1; level <= 9; level += 2) {
      size_t size =
          ZSTD_compressCCtx(compressor, packed, bound, text, Size, level);
      for (int i = 0; i < 4; ++i)
        if (ZSTD_decompressDCtx(decompressor, back, Size, packed, size) != Size)
          return 1;
      if (memcmp(text, back, Size) != 0)
        return 2;
      mix(size);
      text[round * 997 % Size] ^= 1;
    }
  return finish();
}
