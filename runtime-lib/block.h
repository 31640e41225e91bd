// Unaligned loads and stores of plain bits, for the memory functions.

#ifndef WASMC_BLOCK_H
#define WASMC_BLOCK_H

#include <stddef.h>
#include <stdint.h>

// 16 bytes: one SSE2 or NEON register.
typedef uint64_t Block __attribute__((vector_size(16)));

template <class T> inline T loadBits(const void *from) {
  struct [[gnu::packed, gnu::may_alias]] Bits {
    T value;
  };
  return static_cast<const Bits *>(from)->value;
}

template <class T> inline void storeBits(void *to, T value) {
  struct [[gnu::packed, gnu::may_alias]] Bits {
    T value;
  };
  static_cast<Bits *>(to)->value = value;
}

// Two times two of them, the second two at `second` bytes from the first.
struct Blocks {
  Block a, b, c, d;
};

inline Blocks loadBlocks(const uint8_t *from, size_t second = 32) {
  return {loadBits<Block>(from), loadBits<Block>(from + 16),
          loadBits<Block>(from + second), loadBits<Block>(from + second + 16)};
}

inline void storeBlocks(uint8_t *to, const Blocks &blocks, size_t second = 32) {
  storeBits(to, blocks.a);
  storeBits(to + 16, blocks.b);
  storeBits(to + second, blocks.c);
  storeBits(to + second + 16, blocks.d);
}

// Copies sizeof(T)..2*sizeof(T) bytes as two pieces that may overlap; both are
// loaded before either is stored, so the regions may overlap too.
template <class T>
inline void copyEnds(uint8_t *to, const uint8_t *from, size_t size) {
  T head = loadBits<T>(from), tail = loadBits<T>(from + size - sizeof(T));
  storeBits(to, head);
  storeBits(to + size - sizeof(T), tail);
}

// Copies 0..16 bytes; the regions may overlap.
inline void copySmall(uint8_t *to, const uint8_t *from, size_t size) {
  if (size >= 8)
    copyEnds<uint64_t>(to, from, size);
  else if (size >= 4)
    copyEnds<uint32_t>(to, from, size);
  else if (size >= 2)
    copyEnds<uint16_t>(to, from, size);
  else if (size)
    *to = *from;
}

#endif
