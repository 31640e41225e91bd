// Searches and comparisons for generated code, in place of those that a module
// brings along (lib/Codegen/EmitKnown.cpp): 16 bytes a turn, and never a byte
// beyond what the caller says may be read.

#include "text_search.h"
#include "block.h"

namespace {

// 16 bytes, each compared on its own.
typedef int8_t Lanes __attribute__((vector_size(16)));

Lanes lanesAt(const uint8_t *from) { return loadBits<Lanes>(from); }

// The lanes that are not 0 as the bits of a number, the first the lowest.
uint32_t maskOf(Lanes lanes) {
#ifdef __x86_64__
  typedef char Chars __attribute__((vector_size(16)));
  return __builtin_ia32_pmovmskb128((Chars)lanes);
#else
  uint32_t mask = 0;
  for (int i = 0; i < 16; ++i)
    mask |= (lanes[i] ? 1u : 0u) << i;
  return mask;
#endif
}

Lanes allLanes(uint8_t byte) { return Lanes{} + static_cast<int8_t>(byte); }

} // namespace

extern "C" int64_t wasmc_find_byte(const uint8_t *text, uint32_t byte,
                                   uint64_t room) {
  Lanes wanted = allLanes(byte);
  uint64_t at = 0;
  for (; room - at >= 16; at += 16)
    if (uint32_t mask = maskOf(lanesAt(text + at) == wanted))
      return at + __builtin_ctz(mask);
  for (; at < room; ++at)
    if (text[at] == static_cast<uint8_t>(byte))
      return at;
  return -1;
}

extern "C" int64_t wasmc_find_byte_or_zero(const uint8_t *text, uint32_t byte,
                                           uint64_t room) {
  Lanes wanted = allLanes(byte);
  uint64_t at = 0;
  for (; room - at >= 16; at += 16) {
    Lanes found = lanesAt(text + at);
    if (uint32_t mask = maskOf((found == wanted) | (found == Lanes{})))
      return at + __builtin_ctz(mask);
  }
  for (; at < room; ++at)
    if (text[at] == static_cast<uint8_t>(byte) || text[at] == 0)
      return at;
  return -1;
}

extern "C" int32_t wasmc_compare_bytes(const uint8_t *left,
                                       const uint8_t *right, uint64_t size) {
  uint64_t at = 0;
  for (; size - at >= 16; at += 16) {
    uint32_t mask = maskOf(lanesAt(left + at) != lanesAt(right + at));
    if (!mask)
      continue;
    at += __builtin_ctz(mask);
    return left[at] - right[at];
  }
  for (; at < size; ++at)
    if (left[at] != right[at])
      return left[at] - right[at];
  return 0;
}

extern "C" int32_t wasmc_compare_strings(const uint8_t *left,
                                         const uint8_t *right, uint64_t room) {
  uint64_t at = 0;
  for (; room - at >= 16; at += 16) {
    Lanes found = lanesAt(left + at);
    uint32_t mask = maskOf((found != lanesAt(right + at)) | (found == Lanes{}));
    if (!mask)
      continue;
    at += __builtin_ctz(mask);
    return left[at] - right[at];
  }
  for (; at < room; ++at)
    if (left[at] != right[at] || left[at] == 0)
      return left[at] - right[at];
  return undecidedComparison;
}
