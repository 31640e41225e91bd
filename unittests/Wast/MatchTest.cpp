// Which results of a call a script's patterns accept.

#include "Match.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace wasmc;
using Type = ValType::Kind;

namespace {

constexpr uint64_t quiet32 = 0x7fc00000, quiet64 = 0x7ff8000000000000;
constexpr uint64_t sign32 = 0x80000000, sign64 = 0x8000000000000000;

// The constant or pattern as a script would say it.
ScriptValue pattern(const std::string &text) {
  auto script =
      parseScript("(module) (assert_return (invoke \"f\") " + text + ")");
  if (!script) {
    ADD_FAILURE() << text << ": " << toString(script.takeError());
    return {};
  }
  return (*script)[1].results[0];
}

bool accepts(const std::string &text, ValType type, uint64_t low,
             uint64_t high = 0) {
  return matches(pattern(text), type, {low, high});
}

} // namespace

TEST(Match, IntegersByTheirBits) {
  EXPECT_TRUE(accepts("(i32.const -1)", Type::I32, 0xffffffff));
  EXPECT_FALSE(accepts("(i32.const -1)", Type::I32, 0xfffffffe));
  EXPECT_FALSE(accepts("(i64.const -1)", Type::I64, 0xffffffff));
  EXPECT_TRUE(accepts("(i64.const -1)", Type::I64, ~uint64_t(0)));
}

TEST(Match, OnlyOfItsType) {
  EXPECT_FALSE(accepts("(i32.const 1)", Type::I64, 1));
  EXPECT_FALSE(accepts("(i32.const 0)", Type::F32, 0));
  EXPECT_FALSE(accepts("(f64.const 0)", Type::I64, 0));
  EXPECT_FALSE(accepts("(v128.const i64x2 0 0)", Type::I64, 0));
}

TEST(Match, NarrowResultsHaveNoUpperBits) {
  EXPECT_TRUE(accepts("(i32.const 7)", Type::I32, 0xabcdef0000000007));
  EXPECT_TRUE(accepts("(f32.const 1)", Type::F32, 0xffffffff3f800000));
}

TEST(Match, FloatsByTheirBits) {
  EXPECT_TRUE(accepts("(f32.const -0)", Type::F32, sign32));
  EXPECT_FALSE(accepts("(f32.const 0)", Type::F32, sign32));
  EXPECT_TRUE(accepts("(f64.const nan:0x1)", Type::F64, 0x7ff0000000000001));
  EXPECT_FALSE(accepts("(f64.const nan:0x1)", Type::F64, quiet64));
}

TEST(Match, CanonicalNanHasNoPayload) {
  EXPECT_TRUE(accepts("(f32.const nan:canonical)", Type::F32, quiet32));
  EXPECT_TRUE(
      accepts("(f32.const nan:canonical)", Type::F32, quiet32 | sign32));
  EXPECT_FALSE(accepts("(f32.const nan:canonical)", Type::F32, quiet32 | 1));
  EXPECT_FALSE(accepts("(f32.const nan:canonical)", Type::F32, 0x7fa00000));
  EXPECT_FALSE(accepts("(f32.const nan:canonical)", Type::F32, 0x7f800000));
  EXPECT_TRUE(
      accepts("(f64.const nan:canonical)", Type::F64, quiet64 | sign64));
  EXPECT_FALSE(accepts("(f64.const nan:canonical)", Type::F64, quiet64 | 1));
}

TEST(Match, ArithmeticNanIsQuiet) {
  EXPECT_TRUE(accepts("(f32.const nan:arithmetic)", Type::F32, quiet32));
  EXPECT_TRUE(accepts("(f32.const nan:arithmetic)", Type::F32, 0xffc12345));
  EXPECT_FALSE(accepts("(f32.const nan:arithmetic)", Type::F32, 0x7fa00000));
  EXPECT_FALSE(accepts("(f32.const nan:arithmetic)", Type::F32, 0x7f800000));
  EXPECT_TRUE(accepts("(f64.const nan:arithmetic)", Type::F64, quiet64 | 9));
  EXPECT_FALSE(
      accepts("(f64.const nan:arithmetic)", Type::F64, 0x7ff4000000000000));
}

TEST(Match, LanesOneByOne) {
  const std::string lanes = "(v128.const i16x8 1 2 3 4 5 6 7 -8)";
  EXPECT_TRUE(
      accepts(lanes, Type::V128, 0x0004000300020001, 0xfff8000700060005));
  EXPECT_FALSE(
      accepts(lanes, Type::V128, 0x0004000300020001, 0xfff8000700060004));
  EXPECT_FALSE(
      accepts(lanes, Type::V128, 0x0004000300020000, 0xfff8000700060005));
}

TEST(Match, EachLaneHasItsPattern) {
  const std::string lanes =
      "(v128.const f32x4 nan:canonical 1 nan:arithmetic -0)";
  constexpr uint64_t one = 0x3f800000;
  uint64_t low = one << 32 | quiet32;
  uint64_t high = sign32 << 32 | quiet32 | 5;
  EXPECT_TRUE(accepts(lanes, Type::V128, low, high));
  EXPECT_FALSE(accepts(lanes, Type::V128, low | 5, high));
  EXPECT_FALSE(accepts(lanes, Type::V128, low, high & ~sign32 << 32));
  EXPECT_FALSE(
      accepts(lanes, Type::V128, uint64_t(quiet32) << 32 | quiet32, high));
  EXPECT_TRUE(accepts("(v128.const f64x2 2 nan:canonical)", Type::V128,
                      0x4000000000000000, quiet64));
  EXPECT_FALSE(accepts("(v128.const f64x2 2 nan:canonical)", Type::V128,
                       0x4000000000000000, quiet64 | 1));
}

TEST(Match, EitherAcceptsOneOfThem) {
  const std::string either =
      "(either (i32.const 1) (i32.const 2) (i32.const 3))";
  EXPECT_TRUE(accepts(either, Type::I32, 1));
  EXPECT_TRUE(accepts(either, Type::I32, 3));
  EXPECT_FALSE(accepts(either, Type::I32, 4));
  EXPECT_FALSE(accepts(either, Type::I64, 1));
  // No mixture of two vectors.
  const std::string vectors =
      "(either (v128.const i64x2 1 2) (v128.const i64x2 3 4))";
  EXPECT_TRUE(accepts(vectors, Type::V128, 3, 4));
  EXPECT_FALSE(accepts(vectors, Type::V128, 1, 4));
}

TEST(Match, References) {
  ValType func = ValType::funcref(), ext = ValType::externref(),
          exn = ValType::exnref();
  EXPECT_TRUE(accepts("(ref.null func)", func, 0));
  EXPECT_FALSE(accepts("(ref.null func)", func, 16));
  EXPECT_FALSE(accepts("(ref.null func)", Type::I64, 0));
  EXPECT_TRUE(accepts("(ref.func)", func, 16));
  EXPECT_FALSE(accepts("(ref.func)", func, 0));
  EXPECT_FALSE(accepts("(ref.func)", ext, 16));
  EXPECT_TRUE(accepts("(ref.exn)", exn, 16));
  EXPECT_FALSE(accepts("(ref.exn)", func, 16));
  // The host's number 0 is no null.
  EXPECT_TRUE(accepts("(ref.extern 0)", ext, 1));
  EXPECT_FALSE(accepts("(ref.extern 0)", ext, 0));
  EXPECT_FALSE(accepts("(ref.extern 0)", ext, 2));
  EXPECT_TRUE(accepts("(ref.extern)", ext, 9));
  EXPECT_FALSE(accepts("(ref.extern)", ext, 0));
}

TEST(Match, ArgumentsBecomeSlots) {
  EXPECT_EQ(slotOf(pattern("(i32.const -1)")).low, 0xffffffffu);
  EXPECT_EQ(slotOf(pattern("(ref.extern 4)")).low, 5u);
  WasmcSlot lanes = slotOf(pattern("(v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 "
                                   "12 13 14 15 -1)"));
  EXPECT_EQ(lanes.low, 0x0807060504030201u);
  EXPECT_EQ(lanes.high, 0xff0f0e0d0c0b0a09u);
}

TEST(Match, ResultsAreShownLikeTheExpected) {
  ScriptValue shape = pattern("(v128.const f32x4 0 0 0 0)");
  EXPECT_EQ(toString(Type::V128, {0x3f800000, 0}, shape),
            "(v128.const f32x4 0x1p0 0x0p0 0x0p0 0x0p0)");
  EXPECT_EQ(toString(Type::I32, {0xffffffff, 0}, shape), "(i32.const -1)");
  EXPECT_EQ(toString(Type::F64, {quiet64 | 1, 0}, shape),
            "(f64.const nan:0x8000000000001)");
}
