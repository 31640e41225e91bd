// Rounding to an integral value for processors without SSE4.1, where LLVM calls
// the C library's functions. Results are those of IEEE 754: the sign of zero is
// kept, a signalling NaN becomes quiet.

#ifndef WASMC_ROUNDING_H
#define WASMC_ROUNDING_H

#include <stdint.h>

template <class Float> struct FloatTraits;
template <> struct FloatTraits<double> {
  using Bits = uint64_t;
  using Integer = int64_t;
  static constexpr Bits signBit = 1ull << 63;
  // From here on every number is integral.
  static constexpr double integral = 0x1p52;
};
template <> struct FloatTraits<float> {
  using Bits = uint32_t;
  using Integer = int32_t;
  static constexpr Bits signBit = 1u << 31;
  static constexpr float integral = 0x1p23f;
};

template <class Float> Float withSignOf(Float magnitude, Float sign) {
  using Bits = typename FloatTraits<Float>::Bits;
  constexpr Bits signBit = FloatTraits<Float>::signBit;
  return __builtin_bit_cast(
      Float,
      static_cast<Bits>((__builtin_bit_cast(Bits, magnitude) & ~signBit) |
                        (__builtin_bit_cast(Bits, sign) & signBit)));
}

// False also for NaN.
template <class Float> bool hasFraction(Float x) {
  return withSignOf(x, Float(0)) < FloatTraits<Float>::integral;
}

// An integral number itself, infinity too; a NaN made quiet.
template <class Float> Float alreadyIntegral(Float x) {
  return x == x ? x : x + x;
}

template <class Float> Float roundTowardZero(Float x) {
  if (!hasFraction(x))
    return alreadyIntegral(x);
  using Integer = typename FloatTraits<Float>::Integer;
  return withSignOf(static_cast<Float>(static_cast<Integer>(x)), x);
}

template <class Float> Float roundDown(Float x) {
  Float result = roundTowardZero(x);
  return result > x ? result - 1 : result;
}

template <class Float> Float roundUp(Float x) {
  Float result = roundTowardZero(x);
  return result < x ? result + 1 : result;
}

// Ties to even, by the addition's own rounding.
template <class Float> Float roundNearest(Float x) {
  if (!hasFraction(x))
    return alreadyIntegral(x);
  constexpr Float integral = FloatTraits<Float>::integral;
  return withSignOf(withSignOf(x, Float(0)) + integral - integral, x);
}

#endif
