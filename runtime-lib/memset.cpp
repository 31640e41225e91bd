// memset, built like memcpy but for large sizes.

#include "block.h"
#include "runtime.h"

namespace {

// From this size on the processor's own string instruction wins: twice as fast
// as the loop on Zen.
constexpr size_t stringInstructionBytes = 1024;

// Fills sizeof(T)..2*sizeof(T) bytes.
template <class T> void fillEnds(uint8_t *to, uint64_t pattern, size_t size) {
  storeBits(to, static_cast<T>(pattern));
  storeBits(to + size - sizeof(T), static_cast<T>(pattern));
}

} // namespace

extern "C" void *memset(void *to, int byte, size_t size) {
  auto *out = static_cast<uint8_t *>(to);
  uint64_t pattern = static_cast<uint8_t>(byte) * 0x0101010101010101ull;
  if (size <= 16) {
    if (size >= 8)
      fillEnds<uint64_t>(out, pattern, size);
    else if (size >= 4)
      fillEnds<uint32_t>(out, pattern, size);
    else if (size >= 2)
      fillEnds<uint16_t>(out, pattern, size);
    else if (size)
      *out = byte;
    return to;
  }
  if (size >= stringInstructionBytes) {
#ifdef __x86_64__
    asm volatile("rep stosb" : "+D"(out), "+c"(size) : "a"(byte) : "memory");
    return to;
#endif
  }
  Block block = {pattern, pattern};
  uint8_t *end = out + size;
  for (; size > 64; size -= 64, out += 64)
    for (size_t i = 0; i < 64; i += 16)
      storeBits(out + i, block);
  for (; size > 16; size -= 16, out += 16)
    storeBits(out, block);
  storeBits(end - 16, block);
  return to;
}
