// memmove: memcpy where that is safe, else 16 bytes a turn in the direction
// that reads every byte before it is overwritten.

#include "block.h"
#include "runtime.h"

extern "C" void *memmove(void *to, const void *from, size_t size) {
  auto *out = static_cast<uint8_t *>(to);
  auto *in = static_cast<const uint8_t *>(from);
  if (size <= 16) {
    copySmall(out, in, size);
    return to;
  }
  uint64_t ahead = reinterpret_cast<uint64_t>(out) -
                   reinterpret_cast<uint64_t>(in); // wraps if `out` is below
  if (ahead >= size && -ahead >= size)
    return memcpy(to, from, size);
  if (ahead < size) {
    // `out` is above: from the end; the first block is saved for last.
    Block first = loadBits<Block>(in);
    for (; size > 16; size -= 16)
      storeBits(out + size - 16, loadBits<Block>(in + size - 16));
    storeBits(out, first);
    return to;
  }
  Block last = loadBits<Block>(in + size - 16);
  uint8_t *end = out + size;
  for (; size > 16; size -= 16, out += 16, in += 16)
    storeBits(out, loadBits<Block>(in));
  storeBits(end - 16, last);
  return to;
}
