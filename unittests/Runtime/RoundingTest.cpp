// The rounding functions against the host's C library, bit by bit.

#include "rounding.h"
#include "gtest/gtest.h"
#include <cmath>
#include <cstring>

namespace {

template <class Float> typename FloatTraits<Float>::Bits bitsOf(Float value) {
  typename FloatTraits<Float>::Bits bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

template <class Float> void compareWithLibm(Float x) {
  EXPECT_EQ(bitsOf(std::floor(x)), bitsOf(roundDown(x))) << x;
  EXPECT_EQ(bitsOf(std::ceil(x)), bitsOf(roundUp(x))) << x;
  EXPECT_EQ(bitsOf(std::trunc(x)), bitsOf(roundTowardZero(x))) << x;
  EXPECT_EQ(bitsOf(std::nearbyint(x)), bitsOf(roundNearest(x))) << x;
}

template <class Float> void compareAround(Float x) {
  for (Float y : {x, std::nextafter(x, Float(INFINITY)),
                  std::nextafter(x, -Float(INFINITY))}) {
    compareWithLibm(y);
    compareWithLibm(-y);
  }
}

template <class Float> class RuntimeRounding : public testing::Test {};
using Floats = testing::Types<float, double>;
TYPED_TEST_SUITE(RuntimeRounding, Floats);

TYPED_TEST(RuntimeRounding, SpecialAndBoundaryValues) {
  TypeParam integral = FloatTraits<TypeParam>::integral;
  for (TypeParam x :
       {TypeParam(0), TypeParam(0.5), TypeParam(1), TypeParam(1.5),
        TypeParam(2.5), TypeParam(3.5), integral, integral / 2, integral * 2,
        integral - 1, integral / 2 + TypeParam(0.5),
        std::numeric_limits<TypeParam>::max(),
        std::numeric_limits<TypeParam>::min()})
    compareAround(x);
  compareWithLibm(TypeParam(INFINITY));
  compareWithLibm(-TypeParam(INFINITY));
}

TYPED_TEST(RuntimeRounding, EveryExponent) {
  for (int exponent = -60; exponent < 70; ++exponent)
    for (TypeParam factor : {1.0, 1.25, 1.5, 1.9999999})
      compareAround(std::ldexp(factor, exponent));
}

TYPED_TEST(RuntimeRounding, SignallingNaNBecomesQuietAndKeepsItsPayload) {
  using Bits = typename FloatTraits<TypeParam>::Bits;
  Bits infinity = bitsOf(TypeParam(INFINITY));
  Bits quiet = bitsOf(std::numeric_limits<TypeParam>::quiet_NaN()) ^ infinity;
  TypeParam signalling;
  Bits bits = infinity | 0x55;
  memcpy(&signalling, &bits, sizeof bits);
  for (TypeParam result :
       {roundDown(signalling), roundUp(signalling), roundTowardZero(signalling),
        roundNearest(signalling)})
    EXPECT_EQ(bits | quiet, bitsOf(result));
}

} // namespace
