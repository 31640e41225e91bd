// The levels of the x86-64 psABI, by CPUID and XGETBV.

#include "cpu_level.h"

namespace {

constexpr uint32_t bits() { return 0; }
template <class... Rest> constexpr uint32_t bits(int bit, Rest... rest) {
  return 1u << bit | bits(rest...);
}

constexpr uint32_t osxsave = bits(27);

bool has(uint32_t word, uint32_t wanted) { return (word & wanted) == wanted; }

#ifdef __x86_64__
struct CpuId {
  uint32_t eax, ebx, ecx, edx;
};

CpuId cpuId(uint32_t leaf) {
  CpuId id;
  asm volatile("cpuid"
               : "=a"(id.eax), "=b"(id.ebx), "=c"(id.ecx), "=d"(id.edx)
               : "a"(leaf), "c"(0));
  return id;
}

uint32_t enabledState() {
  uint32_t low, high;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}
#endif

} // namespace

uint32_t cpuLevelOf(const CpuWords &words) {
  // SSE3, SSSE3, CMPXCHG16B, SSE4.1, SSE4.2, POPCNT; LAHF
  if (!has(words.leaf1Ecx, bits(0, 9, 13, 19, 20, 23)) ||
      !has(words.extendedEcx, bits(0)))
    return 1;
  // FMA, MOVBE, AVX, F16C; LZCNT; BMI1, AVX2, BMI2; XMM and YMM state
  if (!has(words.leaf1Ecx, bits(12, 22, 28, 29) | osxsave) ||
      !has(words.extendedEcx, bits(5)) || !has(words.leaf7Ebx, bits(3, 5, 8)) ||
      !has(words.state, bits(1, 2)))
    return 2;
  // AVX-512 F, DQ, CD, BW, VL; mask and ZMM state
  if (!has(words.leaf7Ebx, bits(16, 17, 28, 30, 31)) ||
      !has(words.state, bits(5, 6, 7)))
    return 3;
  return 4;
}

#ifdef __x86_64__
uint32_t cpuLevel() {
  CpuWords words = {};
  words.leaf1Ecx = cpuId(1).ecx;
  if (cpuId(0).eax >= 7)
    words.leaf7Ebx = cpuId(7).ebx;
  if (cpuId(0x80000000).eax > 0x80000000)
    words.extendedEcx = cpuId(0x80000001).ecx;
  if (words.leaf1Ecx & osxsave)
    words.state = enabledState();
  return cpuLevelOf(words);
}
#endif
