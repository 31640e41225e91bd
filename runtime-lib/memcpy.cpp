// memcpy for generated code and for this library: small copies by overlapping
// pieces, others by 64 bytes a turn. Not by `rep movsb`: it is no faster, and
// on Zen ten times slower when the target is a few bytes above the source,
// modulo the page size.
//
// memmove relies on more than memcpy promises: up to 64 bytes are all loaded
// before one is stored, and the regions may overlap if the target is below.

#include "block.h"
#include "runtime.h"

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
  if (size < sizeof(Blocks)) {
    storeBlocks(out, loadBlocks(in, size - 32), size - 32);
    return to;
  }
  // The last piece may overlap the one before it, so there is no remainder.
  uint8_t *lastOut = out + size - sizeof(Blocks);
  Blocks last = loadBlocks(in + size - sizeof(Blocks));
  for (; out < lastOut; out += sizeof(Blocks), in += sizeof(Blocks))
    storeBlocks(out, loadBlocks(in));
  storeBlocks(lastOut, last);
  return to;
}
