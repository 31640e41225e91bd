// memcpy for generated code and for this library: small copies by overlapping
// pieces, others by 64 bytes a turn. Not by `rep movsb`: it is no faster, and
// on Zen ten times slower when the target is a few bytes above the source,
// modulo the page size.

#include "block.h"
#include "runtime.h"

extern "C" void *memcpy(void *to, const void *from, size_t size) {
  auto *out = static_cast<uint8_t *>(to);
  auto *in = static_cast<const uint8_t *>(from);
  if (size <= 16) {
    copySmall(out, in, size);
    return to;
  }
  // The last block may overlap the one before it, so there is no remainder.
  uint8_t *end = out + size;
  const uint8_t *inEnd = in + size;
  for (; size > 64; size -= 64, out += 64, in += 64) {
    Block a = loadBits<Block>(in), b = loadBits<Block>(in + 16);
    Block c = loadBits<Block>(in + 32), d = loadBits<Block>(in + 48);
    storeBits(out, a);
    storeBits(out + 16, b);
    storeBits(out + 32, c);
    storeBits(out + 48, d);
  }
  for (; size > 16; size -= 16, out += 16, in += 16)
    storeBits(out, loadBits<Block>(in));
  storeBits(end - 16, loadBits<Block>(inEnd - 16));
  return to;
}
