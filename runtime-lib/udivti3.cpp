// Unsigned 128-bit quotient and remainder, by the names LLVM calls.

#include "division128.h"

extern "C" unsigned __int128 __udivti3(unsigned __int128 dividend,
                                       unsigned __int128 divisor) {
  unsigned __int128 remainder;
  return divide128(dividend, divisor, &remainder);
}

extern "C" unsigned __int128 __umodti3(unsigned __int128 dividend,
                                       unsigned __int128 divisor) {
  unsigned __int128 remainder;
  divide128(dividend, divisor, &remainder);
  return remainder;
}
