// memmove: 64 bytes a turn from the end, where going forwards would overwrite
// what is still to be read; all else is memcpy's.

#include "block.h"
#include "runtime.h"

extern "C" void *memmove(void *to, const void *from, size_t size) {
  auto *out = static_cast<uint8_t *>(to);
  auto *in = static_cast<const uint8_t *>(from);
  uint64_t ahead = reinterpret_cast<uint64_t>(out) -
                   reinterpret_cast<uint64_t>(in); // wraps if `out` is below
  if (ahead >= size || size <= sizeof(Blocks))
    return memcpy(to, from, size);
  Blocks first = loadBlocks(in); // the last turn has fewer bytes
  for (; size > sizeof(Blocks); size -= sizeof(Blocks))
    storeBlocks(out + size - sizeof(Blocks),
                loadBlocks(in + size - sizeof(Blocks)));
  storeBlocks(out, first);
  return to;
}
