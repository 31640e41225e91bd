// 128-bit division against the host compiler's.

#include "division128.h"
#include "gtest/gtest.h"

namespace {

using Word = unsigned __int128;

TEST(RuntimeDivision128, AgreesWithTheHost) {
  const Word top = static_cast<Word>(1) << 127;
  const Word values[] = {0,
                         1,
                         2,
                         3,
                         10,
                         ~0ull,
                         top,
                         top + 1,
                         ~Word(0),
                         ~Word(0) - 1,
                         Word(0x123456789abcdefull) << 61 | 0x987654321ull};
  for (Word dividend : values) {
    for (Word divisor : values) {
      if (divisor == 0)
        continue;
      Word remainder;
      EXPECT_TRUE(divide128(dividend, divisor, &remainder) ==
                  dividend / divisor);
      EXPECT_TRUE(remainder == dividend % divisor);
    }
  }
}

TEST(RuntimeDivision128, MagnitudeOfTheSmallestNumber) {
  Word smallest = static_cast<Word>(1) << 127;
  EXPECT_TRUE(magnitude128(static_cast<__int128>(smallest)) == smallest);
  EXPECT_TRUE(magnitude128(-5) == 5);
}

} // namespace
