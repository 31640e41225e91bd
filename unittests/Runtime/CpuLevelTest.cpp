// The processor levels of the x86-64 ABI.

#include "cpu_level.h"
#include "gtest/gtest.h"

namespace {

// The least that reaches the level, from the ABI's own list of CPUID bits.
constexpr CpuWords v2 = {
    1u << 0 | 1u << 9 | 1u << 13 | 1u << 19 | 1u << 20 | 1u << 23, 0, 1, 0};
constexpr CpuWords v3 = {v2.leaf1Ecx | 1u << 12 | 1u << 22 | 1u << 27 |
                             1u << 28 | 1u << 29,
                         1u << 3 | 1u << 5 | 1u << 8, 1 | 1u << 5, 6};
constexpr CpuWords v4 = {v3.leaf1Ecx,
                         v3.leaf7Ebx | 1u << 16 | 1u << 17 | 1u << 28 |
                             1u << 30 | 1u << 31,
                         v3.extendedEcx, 6 | 0xe0};

// Without any one of its bits a processor is of a lower level.
void expectEveryBitCounts(const CpuWords &words, uint32_t level) {
  EXPECT_EQ(level, cpuLevelOf(words));
  for (uint32_t CpuWords::*word : {&CpuWords::leaf1Ecx, &CpuWords::leaf7Ebx,
                                   &CpuWords::extendedEcx, &CpuWords::state}) {
    for (int bit = 0; bit < 32; ++bit) {
      if (!(words.*word >> bit & 1))
        continue;
      CpuWords lesser = words;
      lesser.*word &= ~(1u << bit);
      EXPECT_LT(cpuLevelOf(lesser), level) << "bit " << bit;
    }
  }
}

TEST(RuntimeCpuLevel, EveryBitOfALevelCounts) {
  EXPECT_EQ(1u, cpuLevelOf({}));
  expectEveryBitCounts(v2, 2);
  expectEveryBitCounts(v3, 3);
  expectEveryBitCounts(v4, 4);
}

TEST(RuntimeCpuLevel, HigherLevelsNeedTheLowerOnes) {
  CpuWords words = v4;
  words.leaf1Ecx &= ~(1u << 20);
  EXPECT_EQ(1u, cpuLevelOf(words));
  words = v4;
  words.leaf7Ebx &= ~(1u << 5);
  EXPECT_EQ(2u, cpuLevelOf(words));
}

} // namespace
