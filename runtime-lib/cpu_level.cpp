// The levels of the x86-64 psABI, by CPUID and XGETBV.

#include "cpu_level.h"

#ifdef __x86_64__

namespace {

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

constexpr uint32_t bits() { return 0; }
template <class... Rest> constexpr uint32_t bits(int bit, Rest... rest) {
  return 1u << bit | bits(rest...);
}
bool has(uint32_t word, uint32_t wanted) { return (word & wanted) == wanted; }

// The register state that the OS saves.
uint32_t enabledState() {
  uint32_t low, high;
  asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

} // namespace

uint32_t cpuLevel() {
  uint32_t maxLeaf = cpuId(0).eax;
  uint32_t maxExtended = cpuId(0x80000000).eax;
  CpuId basic = cpuId(1);
  uint32_t extended = maxExtended > 0x80000000 ? cpuId(0x80000001).ecx : 0;
  // SSE3, SSSE3, CMPXCHG16B, SSE4.1, SSE4.2, POPCNT; LAHF
  if (!has(basic.ecx, bits(0, 9, 13, 19, 20, 23)) || !has(extended, bits(0)))
    return 1;
  uint32_t leaf7 = maxLeaf >= 7 ? cpuId(7).ebx : 0;
  // FMA, MOVBE, OSXSAVE, AVX, F16C; LZCNT; BMI1, AVX2, BMI2; XMM and YMM state
  if (!has(basic.ecx, bits(12, 22, 27, 28, 29)) || !has(extended, bits(5)) ||
      !has(leaf7, bits(3, 5, 8)) || !has(enabledState(), bits(1, 2)))
    return 2;
  // AVX-512 F, DQ, CD, BW, VL; mask and ZMM state
  if (!has(leaf7, bits(16, 17, 28, 30, 31)) ||
      !has(enabledState(), bits(5, 6, 7)))
    return 3;
  return 4;
}

#endif
