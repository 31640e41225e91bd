// The policy blob and the lists that extend it: damage grants nothing.

#include "wasi/policy.h"
#include "abi/wasmc_abi.h"
#include "gtest/gtest.h"
#include <string>

namespace {

std::string text(TextView view) { return std::string(view.data, view.size); }

std::string number(uint32_t value) {
  return std::string(reinterpret_cast<char *>(&value), 4);
}

std::string row(uint8_t kind, const std::string &a, const std::string &b) {
  return std::string(1, char(kind)) + number(a.size()) + a + number(b.size()) +
         b;
}

std::string blob(const std::string &rows, uint32_t count, uint32_t flags = 0) {
  return "WASMCPOL" + number(1) + number(24 + rows.size()) + number(flags) +
         number(count) + rows;
}

PolicyReader reader(const std::string &blob) {
  return PolicyReader(reinterpret_cast<const uint8_t *>(blob.data()));
}

TEST(Policy, ReadsRowsInOrder) {
  std::string bytes = blob(row(WASMC_POLICY_DIR, "host", "/guest") +
                               row(WASMC_POLICY_ENV, "K", ""),
                           2, WASMC_POLICY_LOCKED);
  PolicyReader rows = reader(bytes);
  PolicyRow found;
  EXPECT_EQ(rows.flags(), uint32_t(WASMC_POLICY_LOCKED));
  ASSERT_TRUE(rows.next(&found));
  EXPECT_EQ(found.kind, WASMC_POLICY_DIR);
  EXPECT_EQ(text(found.first), "host");
  EXPECT_EQ(text(found.second), "/guest");
  ASSERT_TRUE(rows.next(&found));
  EXPECT_EQ(text(found.first), "K");
  EXPECT_EQ(text(found.second), "");
  EXPECT_FALSE(rows.next(&found));
}

TEST(Policy, NoBlobGrantsNothing) {
  PolicyRow found;
  EXPECT_FALSE(PolicyReader(nullptr).next(&found));
  std::string bytes = blob(row(WASMC_POLICY_DIR, "a", "b"), 1);
  for (size_t damaged : {0, 7, 8}) {
    std::string other = bytes;
    other[damaged] ^= 0x40;
    PolicyReader rows = reader(other);
    EXPECT_FALSE(rows.next(&found)) << damaged;
    EXPECT_EQ(rows.flags(), 0u);
  }
}

TEST(Policy, ARowThatLeavesTheBlobEndsIt) {
  std::string bytes = blob(row(WASMC_POLICY_DIR, "host", "guest"), 2);
  for (size_t size = 24; size != bytes.size(); ++size) {
    std::string other = bytes;
    uint32_t claimed = size;
    other.replace(12, 4, number(claimed));
    PolicyRow found;
    PolicyReader rows = reader(other);
    EXPECT_FALSE(rows.next(&found)) << size;
    EXPECT_FALSE(rows.next(&found)) << size;
  }
}

TEST(Policy, DirectoryLists) {
  struct {
    const char *host, *guest;
  } expected[] = {{"a", "a"}, {"C:\\x", "/x"}, {"b", ""}, {"c::", "c::"}};
  std::string list = ";a;C:\\x::/x;;b::;";
  TextView left = {list.data(), list.size()}, host, guest;
  for (int i = 0; i != 3; ++i) {
    ASSERT_TRUE(nextDirectory(&left, &host, &guest));
    EXPECT_EQ(text(host), expected[i].host);
    EXPECT_EQ(text(guest), expected[i].guest);
  }
  EXPECT_FALSE(nextDirectory(&left, &host, &guest));
}

} // namespace
