// The tables of features, limits and opcodes as the code sees them.

#include "Frontend/Features.h"
#include "Frontend/Limits.h"
#include "Frontend/Opcode.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace wasmc;

namespace {

TEST(Features, WhatIsSupportedIsOnUnlessSwitchedOff) {
  FeatureSet set;
  for (const FeatureInfo &info : allFeatures()) {
    EXPECT_EQ(set.has(info.feature), info.onByDefault) << info.cliName.str();
    EXPECT_LE(info.onByDefault, info.supported) << info.cliName.str();
    EXPECT_EQ(FeatureSet::byName(info.cliName), info.feature);
  }
  EXPECT_TRUE(set.set("bulk-memory", false));
  EXPECT_FALSE(set.has(Feature::BulkMemory));
  EXPECT_TRUE(set.has(Feature::SignExtension));
  EXPECT_TRUE(set.set("bulk-memory", true));
  EXPECT_TRUE(set.has(Feature::BulkMemory));
}

TEST(Features, WhatCannotBeSwitchedIsRefused) {
  FeatureSet set;
  EXPECT_FALSE(set.set("no-such-feature", true));
  for (const FeatureInfo &info : allFeatures()) {
    if (info.supported)
      continue;
    EXPECT_FALSE(set.set(info.cliName, true)) << info.cliName.str();
    EXPECT_FALSE(set.has(info.feature));
    EXPECT_TRUE(set.set(info.cliName, false));
  }
  EXPECT_FALSE(set.set("mvp", false));
  EXPECT_TRUE(set.has(Feature::MVP));
}

TEST(Limits, AreSetByName) {
  ImplementationLimits limits;
  EXPECT_EQ(limits.locals, 50000u);
  EXPECT_TRUE(ImplementationLimits::set(limits, "locals", 7));
  EXPECT_EQ(limits.locals, 7u);
  EXPECT_FALSE(ImplementationLimits::set(limits, "local", 7));
  for (const LimitInfo &info : allLimits())
    EXPECT_EQ(ImplementationLimits().*info.field, info.defaultValue);
}

TEST(Opcode, BytesAreThoseOfTheBinaryFormat) {
  EXPECT_EQ(opcodeBytes(Opcode::I32Add), "6a");
  EXPECT_EQ(opcodeBytes(Opcode::MemoryCopy), "fc 0a");
  EXPECT_EQ(opcodeBytes(Opcode::I8x16RelaxedSwizzle), "fd 80 02");
  EXPECT_EQ(opcodeText(Opcode::I8x16RelaxedSwizzle), "i8x16.relaxed_swizzle");
  EXPECT_EQ(opcodeText(Opcode(opcodeKey(0xFC, 0x1FF))), "");
}

TEST(Opcode, SignaturesAreResultsThenParameters) {
  constexpr Signature store = Signature::parse("_a3d");
  static_assert(store.numResults() == 0 && store.numParams() == 2);
  EXPECT_EQ(store.param(0), Signature::addressKind);
  EXPECT_EQ(store.param(1), ValType::Kind::F64);
  EXPECT_EQ(store.alignLog2(), 3u);
  EXPECT_FALSE(store.isAligned());
  constexpr Signature atomic = Signature::parse("i_A2il");
  static_assert(atomic.numResults() == 1 && atomic.numParams() == 3);
  EXPECT_EQ(atomic.param(0), Signature::addressKind);
  EXPECT_EQ(atomic.alignLog2(), 2u);
  EXPECT_TRUE(atomic.isAligned());
  constexpr Signature wide = Signature::parse("ll_vflf");
  static_assert(wide.numResults() == 2 && wide.numParams() == 4);
  EXPECT_EQ(wide.result(1), ValType::Kind::I64);
  EXPECT_EQ(wide.param(0), ValType::Kind::V128);
  EXPECT_EQ(wide.param(3), ValType::Kind::F32);
  EXPECT_EQ(wide.alignLog2(), 0u);
  EXPECT_EQ(Signature::parse("i_v3").lanesLog2(), 3u);
  EXPECT_TRUE(Signature::isSpecial("special"));
  EXPECT_FALSE(Signature::isSpecial("_"));
}

TEST(Types, PrintAsInTheTextFormat) {
  EXPECT_EQ(toString(ValType(ValType::Kind::V128)), "v128");
  EXPECT_EQ(toString(ValType::externref()), "externref");
  EXPECT_EQ(toString(ValType(true, 3)), "(ref null 3)");
  EXPECT_EQ(toString(ValType(false, int32_t(AbstractHeapType::Any))),
            "(ref any)");
  FuncType type;
  type.params = {ValType::Kind::I32, ValType::Kind::I64};
  EXPECT_EQ(toString(type), "(i32, i64) -> ()");
}

} // namespace
