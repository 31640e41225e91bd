// memcpy for generated code and for this library: small copies by overlapping
// pieces, others by 64 bytes a turn. Not by `rep movsb`: it is no faster, and
// on Zen ten times slower when the target is a few bytes above the source,
// modulo the page size.

#include "block.h"
#include "runtime.h"

static void copy64(uint8_t *to, const uint8_t *from) {
  Block a = loadBits<Block>(from), b = loadBits<Block>(from + 16);
  Block c = loadBits<Block>(from + 32), d = loadBits<Block>(from + 48);
  storeBits(to, a);
  storeBits(to + 16, b);
  storeBits(to + 32, c);
  storeBits(to + 48, d);
}

extern "C" void *memcpy(void *to, const void *from, size_t size) {
  auto *out = static_cast<uint8_t *>(to);
  auto *in = static_cast<const uint8_t *>(from);
  if (size <= 16) {
    copySmall(out, in, size);
    return to;
  }
  if (size <= 32) {
    copyEnds<Block>(out, in, size);
    return to;
  }
  if (size < 64) {
    copyEnds<Block>(out, in, 32);
    copyEnds<Block>(out + size - 32, in + size - 32, 32);
    return to;
  }
  // The last piece may overlap the one before it, so there is no remainder.
  uint8_t *last = out + size - 64;
  const uint8_t *lastIn = in + size - 64;
  for (; out < last; out += 64, in += 64)
    copy64(out, in);
  copy64(last, lastIn);
  return to;
}
