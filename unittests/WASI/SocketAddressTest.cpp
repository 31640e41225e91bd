// Addresses to listen on: numbers and nothing else.

#include "system_address.h"
#include <cstring>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <string>

namespace {

// The bytes in hexadecimal and the port, or "bad".
std::string read(const std::string &text) {
  SocketAddress address;
  // A copy of the exact size, so that a sanitizer sees a read beyond.
  std::vector<char> copy(text.begin(), text.end());
  if (!SocketAddressReader(copy.data(), copy.size()).read(&address))
    return "bad";
  std::string hex;
  for (int i = 0; i != (address.isV6 ? 16 : 4); ++i) {
    char digits[3];
    snprintf(digits, sizeof(digits), "%02x", address.bytes[i]);
    hex += digits;
  }
  return hex + " " + std::to_string(address.port);
}

TEST(SocketAddress, V4) {
  EXPECT_EQ(read("127.0.0.1:8080"), "7f000001 8080");
  EXPECT_EQ(read("0.0.0.0:1"), "00000000 1");
  EXPECT_EQ(read("255.255.255.255:65535"), "ffffffff 65535");
}

TEST(SocketAddress, BadV4) {
  for (const char *text : {"",
                           ":",
                           ":80",
                           "80",
                           "1.2.3.4",
                           "1.2.3.4:",
                           "1.2.3.4:0",
                           "1.2.3.4:65536",
                           "1.2.3.4:100000",
                           "1.2.3.4:080",
                           "1.2.3:80",
                           "1.2.3.4.5:80",
                           "1.2.3.256:80",
                           "1.2.3.04:80",
                           "1.2.3.4:80 ",
                           " 1.2.3.4:80",
                           "1.2.3.4:8x",
                           "1..3.4:80",
                           "a.b.c.d:80",
                           "localhost:80",
                           "1.2.3.-4:80",
                           "1.2.3.4:+80",
                           "0x7f.0.0.1:80",
                           "1.2.3.4:80:80"})
    EXPECT_EQ(read(text), "bad") << text;
}

TEST(SocketAddress, V6) {
  const std::string zeros(32, '0');
  EXPECT_EQ(read("[::]:80"), zeros + " 80");
  EXPECT_EQ(read("[::1]:80"), zeros.substr(1) + "1 80");
  EXPECT_EQ(read("[1::]:80"), "0001" + zeros.substr(4) + " 80");
  EXPECT_EQ(read("[fe80::aBcD:12]:9"),
            "fe80" + zeros.substr(12) + "abcd0012 9");
  EXPECT_EQ(read("[1:2:3:4:5:6:7:8]:80"),
            "00010002000300040005000600070008 80");
  EXPECT_EQ(read("[1:2:3:4:5:6:7::]:80"),
            "00010002000300040005000600070000 80");
  EXPECT_EQ(read("[::2:3:4:5:6:7:8]:80"),
            "00000002000300040005000600070008 80");
  EXPECT_EQ(read("[1:2:3::6:7:8]:80"), "00010002000300000000000600070008 80");
}

TEST(SocketAddress, BadV6) {
  for (const char *text : {"[",
                           "[]",
                           "[]:80",
                           "[:]:80",
                           "[::1]",
                           "[::1]80",
                           "[::1:80",
                           "::1:80",
                           "[:::]:80",
                           "[1:::2]:80",
                           "[1::2::3]:80",
                           "[1:2:3:4:5:6:7]:80",
                           "[1:2:3:4:5:6:7:8:9]:80",
                           "[1:2:3:4::5:6:7:8]:80",
                           "[12345::]:80",
                           "[g::]:80",
                           "[:1::]:80",
                           "[1:]:80",
                           "[::1:]:80",
                           "[::1%lo]:80",
                           "[::1.2.3.4]:80",
                           "[127.0.0.1]:80",
                           "[[::1]]:80"})
    EXPECT_EQ(read(text), "bad") << text;
}

// Every cut of good text is bad, or the port becomes shorter.
TEST(SocketAddress, Truncated) {
  const std::string text = "[1:2::3]:80";
  for (size_t size = 0; size + 1 < text.size(); ++size)
    EXPECT_EQ(read(text.substr(0, size)), "bad") << size;
}

// This system's own headers say how it must look.
TEST(SocketAddress, HasTheFormOfTheSystem) {
  SocketAddress address;
  ASSERT_TRUE(SocketAddressReader("1.2.3.4:8080", 12).read(&address));
  SystemAddress v4(address, AF_INET, AF_INET6);
  sockaddr_in wanted4 = {};
  wanted4.sin_family = AF_INET;
  wanted4.sin_port = htons(8080);
  wanted4.sin_addr.s_addr = htonl(0x01020304);
  ASSERT_EQ(v4.size, sizeof(wanted4));
  EXPECT_EQ(memcmp(&v4, &wanted4, sizeof(wanted4)), 0);

  ASSERT_TRUE(SocketAddressReader("[102::f]:80", 11).read(&address));
  SystemAddress v6(address, AF_INET, AF_INET6);
  sockaddr_in6 wanted6 = {};
  wanted6.sin6_family = AF_INET6;
  wanted6.sin6_port = htons(80);
  wanted6.sin6_addr.s6_addr[0] = 1;
  wanted6.sin6_addr.s6_addr[1] = 2;
  wanted6.sin6_addr.s6_addr[15] = 15;
  ASSERT_EQ(v6.size, sizeof(wanted6));
  EXPECT_EQ(memcmp(&v6, &wanted6, sizeof(wanted6)), 0);
}

} // namespace
