// The reader of exception tables: which call site, which action, which tag, in
// both ways to refer to tags, and damaged tables.

#include "lsda.h"
#include "gtest/gtest.h"
#include <cstring>
#include <vector>

namespace {

using Bytes = std::vector<uint8_t>;

const uint64_t tagA = 0, tagB = 0, tagC = 0;
constexpr uint64_t function = 0x1000;

// Call sites, each {start, size, pad, action}:
//   [0x10, 0x18): A, then B    [0x20, 0x21): no landing pad
//   [0x21, 0x30): only a cleanup    [0x30, 0x40): all
// and actions {filter, distance to the next one or 0}.
const Bytes sites = {0x10, 0x08, 0x50, 3, 0x20, 1,    0,    0,
                     0x21, 0x0f, 0x60, 5, 0x30, 0x10, 0x70, 7};
const Bytes actions = {2, 0, 1, 0x7d, 0, 0, 3, 0};

class LsdaTest : public testing::Test {
protected:
  // Tags as absolute addresses.
  LsdaTest() { build(0x00, {0, address(&tagB), address(&tagA)}); }

  static uint64_t address(const uint64_t *tag) {
    return reinterpret_cast<uint64_t>(tag);
  }

  void build(uint8_t encoding, const std::vector<uint64_t> &types) {
    table = {0xff, encoding,
             uint8_t(2 + sites.size() + actions.size() +
                     types.size() * sizeof(uint64_t)),
             0x01, uint8_t(sites.size())};
    table.insert(table.end(), sites.begin(), sites.end());
    table.insert(table.end(), actions.begin(), actions.end());
    size_t at = table.size();
    table.resize(at + types.size() * sizeof(uint64_t));
    for (uint64_t type : types) {
      if (type && encoding & 0x10)
        type -= reinterpret_cast<uint64_t>(table.data() + at);
      memcpy(table.data() + at, &type, sizeof type);
      at += sizeof type;
    }
  }

  bool find(uint64_t offset, const uint64_t *tag) {
    return findLanding(
        {table.data(), table.data() + table.size(), table.data(), function},
        function + offset, tag, &landing);
  }

  Bytes table;
  Landing landing = {};
};

TEST_F(LsdaTest, FollowsTheActionsOfACallSite) {
  ASSERT_TRUE(find(0x10, &tagA));
  EXPECT_EQ(function + 0x50, landing.pad);
  EXPECT_EQ(1u, landing.selector);
  ASSERT_TRUE(find(0x17, &tagB));
  EXPECT_EQ(function + 0x50, landing.pad);
  EXPECT_EQ(2u, landing.selector);
  EXPECT_FALSE(find(0x10, &tagC));
}

TEST_F(LsdaTest, NullCatchesAll) {
  for (const uint64_t *tag : {&tagA, &tagB, &tagC}) {
    ASSERT_TRUE(find(0x3f, tag));
    EXPECT_EQ(function + 0x70, landing.pad);
    EXPECT_EQ(3u, landing.selector);
  }
}

TEST_F(LsdaTest, OtherPlacesCatchNothing) {
  for (uint64_t offset : {0x00, 0x0f, 0x18, 0x20, 0x21, 0x2f, 0x40, 0x1000})
    EXPECT_FALSE(find(offset, &tagA)) << offset;
}

TEST_F(LsdaTest, ReadsRelativeAndIndirectTags) {
  build(0x10, {0, address(&tagB), address(&tagA)});
  EXPECT_TRUE(find(0x10, &tagB));
  EXPECT_TRUE(find(0x30, &tagC));
  uint64_t pointers[] = {address(&tagA), address(&tagB)};
  build(0x90, {0, address(&pointers[1]), address(&pointers[0])});
  EXPECT_TRUE(find(0x10, &tagB));
  EXPECT_EQ(2u, landing.selector);
  EXPECT_FALSE(find(0x10, &tagC));
}

TEST_F(LsdaTest, RefusesOtherFormats) {
  for (size_t i : {0, 1, 3}) {
    Bytes whole = table;
    table[i] = i == 0 ? 0x00 : 0xff;
    EXPECT_FALSE(find(0x10, &tagA)) << i;
    table = whole;
  }
}

TEST_F(LsdaTest, StaysInsideDamagedTables) {
  const Bytes whole = table;
  for (size_t size = 0; size < whole.size(); ++size) {
    table.assign(whole.begin(), whole.begin() + size);
    EXPECT_FALSE(find(0x10, &tagC)) << size;
  }
  for (size_t i = 0; i < whole.size(); ++i) {
    table = whole;
    table[i] ^= 0xff;
    for (uint64_t offset = 0; offset < 0x40; ++offset)
      find(offset, &tagC); // a sanitizer would tell
  }
}

} // namespace
