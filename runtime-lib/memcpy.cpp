// memcpy for generated code and for this library: small copies by overlapping
// pieces, medium ones by 64 bytes a turn, large ones by the processor.

#include "block.h"
#include "runtime.h"

extern "C" void *memcpy(void *to, const void *from, size_t size) {
  auto *out = static_cast<uint8_t *>(to);
  auto *in = static_cast<const uint8_t *>(from);
  if (size <= 16) {
    copySmall(out, in, size);
    return to;
  }
  if (size >= stringInstructionBytes) {
#ifdef __x86_64__
    asm volatile("rep movsb" : "+D"(out), "+S"(in), "+c"(size) : : "memory");
    return to;
#endif
  }
  // The last 64 bytes or fewer are copied from the end backwards, so that the
  // loop needs no remainder.
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
