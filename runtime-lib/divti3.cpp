// Signed 128-bit quotient and remainder, by the names LLVM calls: rounded
// toward zero, the remainder has the dividend's sign.

#include "division128.h"

extern "C" __int128 __divti3(__int128 dividend, __int128 divisor) {
  unsigned __int128 remainder;
  unsigned __int128 quotient =
      divide128(magnitude128(dividend), magnitude128(divisor), &remainder);
  return (dividend < 0) != (divisor < 0) ? -quotient : quotient;
}

extern "C" __int128 __modti3(__int128 dividend, __int128 divisor) {
  unsigned __int128 remainder;
  divide128(magnitude128(dividend), magnitude128(divisor), &remainder);
  return dividend < 0 ? -remainder : remainder;
}
