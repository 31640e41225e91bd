// memcpy and its family, compiled for the host under other names and compared
// with loops that cannot be wrong.

#include "gtest/gtest.h"
#include <cstring>
#include <vector>

#define memcpy runtimeMemcpy
#define memmove runtimeMemmove
#define memset runtimeMemset
#define memcmp runtimeMemcmp
#define bcmp runtimeBcmp
#include "bcmp.cpp"
#include "memcmp.cpp"
#include "memcpy.cpp"
#include "memmove.cpp"
#include "memset.cpp"
#undef memcpy
#undef memmove
#undef memset
#undef memcmp
#undef bcmp

namespace {

using Bytes = std::vector<uint8_t>;

// Every small size, and sizes around each of the implementation's thresholds.
std::vector<size_t> interestingSizes() {
  std::vector<size_t> sizes;
  for (size_t size = 0; size <= 200; ++size)
    sizes.push_back(size);
  for (size_t size = stringInstructionBytes - 2;
       size <= stringInstructionBytes + 70; ++size)
    sizes.push_back(size);
  return sizes;
}

Bytes numbered(size_t size) {
  Bytes bytes(size);
  for (size_t i = 0; i < size; ++i)
    bytes[i] = i * 37 + i / 256 + 1;
  return bytes;
}

constexpr size_t margin = 32;

TEST(RuntimeMemory, MemcpyCopiesExactlyItsBytes) {
  for (size_t size : interestingSizes()) {
    for (size_t offset : {0, 1, 7, 15}) {
      Bytes source = numbered(size + margin);
      Bytes actual(size + 2 * margin, 0xee), expected = actual;
      for (size_t i = 0; i < size; ++i)
        expected[offset + i] = source[15 - offset + i];
      void *result = runtimeMemcpy(&actual[offset], &source[15 - offset], size);
      ASSERT_EQ(expected, actual) << size << " bytes at " << offset;
      ASSERT_EQ(&actual[offset], result);
    }
  }
}

TEST(RuntimeMemory, MemmoveCopiesOverlappingRegionsBothWays) {
  for (size_t size : interestingSizes()) {
    for (int distance : {-17, -16, -15, -8, -1, 0, 1, 3, 15, 16, 17, 31}) {
      Bytes actual = numbered(size + 3 * margin), expected = actual;
      size_t from = margin, to = margin + distance;
      Bytes copy(expected.begin() + from, expected.begin() + from + size);
      std::copy(copy.begin(), copy.end(), expected.begin() + to);
      void *result = runtimeMemmove(&actual[to], &actual[from], size);
      ASSERT_EQ(expected, actual) << size << " bytes by " << distance;
      ASSERT_EQ(&actual[to], result);
    }
  }
}

TEST(RuntimeMemory, MemsetFillsExactlyItsBytes) {
  for (size_t size : interestingSizes()) {
    for (size_t offset : {0, 1, 15}) {
      Bytes actual(size + 2 * margin, 0xee), expected = actual;
      std::fill_n(expected.begin() + offset, size, 0xa5);
      // Only the low eight bits of the value count.
      void *result = runtimeMemset(&actual[offset], 0x7a5, size);
      ASSERT_EQ(expected, actual) << size << " bytes at " << offset;
      ASSERT_EQ(&actual[offset], result);
    }
  }
}

TEST(RuntimeMemory, MemcmpOrdersByTheFirstDifferentByte) {
  for (size_t size : {1, 2, 7, 8, 9, 16, 31, 100}) {
    Bytes left = numbered(size), right = left;
    EXPECT_EQ(0, runtimeMemcmp(left.data(), right.data(), size));
    for (size_t i = 0; i < size; ++i) {
      right = left;
      left[i] = 0x7f;
      right[i] = 0x80; // larger as an unsigned byte only
      if (i + 1 < size)
        right[i + 1] = 0; // does not count
      EXPECT_LT(runtimeMemcmp(left.data(), right.data(), size), 0);
      EXPECT_GT(runtimeMemcmp(right.data(), left.data(), size), 0);
      EXPECT_NE(0, runtimeBcmp(left.data(), right.data(), size));
      EXPECT_EQ(0, runtimeMemcmp(left.data(), right.data(), i));
    }
  }
}

} // namespace
