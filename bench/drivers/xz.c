// Compresses text and decompresses it with liblzma.
#include "text.h"
#include <lzma.h>

int main(int argc, char **argv) {
  enum { Size = 1 << 17 };
  char *text = allocate(Size);
  uint8_t *packed = allocate(2 * Size), *back = allocate(Size);
  fillText(text, Size);
  for (int round = rounds(argc, argv, 11); round > 0; --round) {
    size_t size = 0, from = 0, length = 0;
    uint64_t limit = UINT64_MAX;
    if (lzma_easy_buffer_encode(round % 2 ? 6 : 2, LZMA_CHECK_CRC32, 0,
                                (uint8_t *)text, Size, packed, &size,
                                2 * Size) != LZMA_OK ||
        lzma_stream_buffer_decode(&limit, 0, 0, packed, &from, size, back,
                                  &length, Size) != LZMA_OK)
      return 1;
    if (length != Size || memcmp(text, back, Size) != 0)
      return 2;
    mix(size);
    text[round * 997 % Size] ^= 1;
  }
  return finish();
}
