// 128-bit division, which x86-64 has no instruction for.

#ifndef WASMC_DIVISION128_H
#define WASMC_DIVISION128_H

#include <stdint.h>

// The quotient rounded down; `remainder` receives the rest. `divisor` is not 0.
inline unsigned __int128 divide128(unsigned __int128 dividend,
                                   unsigned __int128 divisor,
                                   unsigned __int128 *remainder) {
  unsigned __int128 quotient = 0, rest = 0;
  for (int bit = 127; bit >= 0; --bit) {
    bool carry = static_cast<bool>(rest >> 127);
    rest = rest << 1 | (dividend >> bit & 1);
    if (!carry && rest < divisor)
      continue;
    rest -= divisor;
    quotient |= static_cast<unsigned __int128>(1) << bit;
  }
  *remainder = rest;
  return quotient;
}

inline unsigned __int128 magnitude128(__int128 value) {
  auto bits = static_cast<unsigned __int128>(value);
  return value < 0 ? -bits : bits;
}

#endif
