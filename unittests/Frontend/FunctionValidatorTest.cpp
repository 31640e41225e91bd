// Typing rules of instructions, one body each (core spec 3.4).

#include "ModuleBytes.h"
#include "gtest/gtest.h"

using namespace wasmc;

namespace {

const char nothing[] = "60 00 00";     // () -> ()
const char givesI32[] = "60 00 01 7f"; // () -> (i32)

TEST(FunctionValidator, ResultsMustBeThere) {
  EXPECT_EQ(checkCode(givesI32, "41 00 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "0b"),
            "type mismatch: instruction requires [i32] but stack has []");
  EXPECT_EQ(checkCode(givesI32, "42 00 0b"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(checkCode(nothing, "41 00 41 00 0b"),
            "type mismatch: block requires [] but stack has [i32 i32]");
}

TEST(FunctionValidator, OperandsOfABlockStayBelowIt) {
  EXPECT_EQ(checkCode(givesI32, "41 00 02 40 1a 0b 0b"),
            "type mismatch: expected a value, got nothing");
  // block (type 1: i32 i64 -> f32 f64)
  EXPECT_EQ(checkCode(nothing, "41 00 42 00 02 01 1a 1a 43 00 00 00 00 44 00 00"
                               "00 00 00 00 00 00 0b 1a 1a 0b"),
            "");
  EXPECT_EQ(checkCode(nothing, "42 00 41 00 02 01 00 0b 1a 1a 0b"),
            "type mismatch: instruction requires [i64] but stack has [i32]");
}

TEST(FunctionValidator, IfWithoutElseLeavesWhatItTakes) {
  EXPECT_EQ(checkCode(nothing, "41 00 04 40 0b 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "41 00 04 7f 41 00 0b 0b"),
            "type mismatch: an if without else must leave what it takes");
  EXPECT_EQ(checkCode(givesI32, "41 00 04 7f 41 00 05 41 01 0b 0b"), "");
  EXPECT_EQ(checkCode(nothing, "05 0b"), "END opcode expected, got else");
  EXPECT_EQ(checkCode(nothing, "41 00 04 40 05 05 0b 0b"),
            "END opcode expected, got else");
}

TEST(FunctionValidator, UnreachableCodeIsPolymorphicButChecked) {
  EXPECT_EQ(checkCode(givesI32, "00 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "00 6a 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "00 42 00 6a 0b"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(checkCode(givesI32, "00 41 00 41 00 0b"),
            "type mismatch: block requires [i32] but stack has [i32 i32]");
  // A block in unreachable code has a stack of its own.
  EXPECT_EQ(checkCode(nothing, "00 02 40 1a 0b 0b"),
            "type mismatch: expected a value, got nothing");
  EXPECT_EQ(checkCode(nothing, "00 d1 1a 0b"), "");
  EXPECT_EQ(checkCode(nothing, "00 1b 1a 0b"), "");
}

TEST(FunctionValidator, BranchesCarryTheLabelsTypes) {
  EXPECT_EQ(checkCode(givesI32, "41 00 0c 00 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "42 00 0c 00 0b"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(checkCode(nothing, "0c 01 0b"), "unknown label 1");
  // A loop's label takes its parameters, of which there are none here.
  EXPECT_EQ(checkCode(givesI32, "03 7f 0c 00 0b 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "41 00 41 01 0d 00 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "41 00 0d 00 0b"),
            "type mismatch: instruction requires [i32] but stack has []");
}

TEST(FunctionValidator, BrTableLabelsAgree) {
  EXPECT_EQ(checkCode(nothing, "02 40 41 00 0e 02 00 01 00 0b 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "02 40 41 00 41 00 0e 01 00 01 0b 41 00 0b"),
            "type mismatch: expected 1 values for each label, got 0");
  EXPECT_EQ(checkCode(givesI32, "02 7e 41 00 41 00 0e 01 00 01 0b 1a 41 00 0b"),
            "type mismatch: instruction requires [i64] but stack has [i32]");
  EXPECT_EQ(checkCode(nothing, "41 00 0e 01 07 00 0b"), "unknown label 7");
  EXPECT_EQ(checkCode(nothing, "41 00 0e 00 07 0b"), "unknown label 7");
  // Unreachable: types may differ as long as the numbers do not.
  EXPECT_EQ(checkCode(givesI32, "02 7e 00 0e 01 00 01 0b 1a 41 00 0b"), "");
}

TEST(FunctionValidator, SelectTakesEqualNumbers) {
  EXPECT_EQ(checkCode(givesI32, "41 00 41 01 41 02 1b 0b"), "");
  EXPECT_EQ(checkCode(givesI32, "41 00 42 01 41 02 1b 0b"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(checkCode(nothing, "d0 70 d0 70 41 02 1b 1a 0b"),
            "type mismatch: expected numbers for a select without type, got "
            "funcref");
  EXPECT_EQ(checkCode(nothing, "d0 6f d0 6f 41 02 1c 01 6f 1a 0b"), "");
  EXPECT_EQ(checkCode(nothing, "41 00 41 00 41 02 1c 02 7f 7f 1a 0b"),
            "invalid result arity");
}

TEST(FunctionValidator, IndicesAreKnown) {
  EXPECT_EQ(checkCode(nothing, "10 01 0b"), "unknown function 1");
  EXPECT_EQ(checkCode(nothing, "20 00 1a 0b"), "unknown local 0");
  EXPECT_EQ(checkCode(nothing, "20 02 1a 0b", "01 02 7f"), "unknown local 2");
  EXPECT_EQ(checkCode(nothing, "20 01 1a 0b", "01 02 7f"), "");
  EXPECT_EQ(checkCode(nothing, "23 02 1a 0b"), "unknown global 2");
  EXPECT_EQ(checkCode(nothing, "41 00 25 01 1a 0b"), "unknown table 1");
  EXPECT_EQ(checkCode(nothing, "3f 01 1a 0b"), "unknown memory 1");
  EXPECT_EQ(checkCode(nothing, "fc 0d 00 0b"), "unknown elem segment 0");
  EXPECT_EQ(checkCode(nothing, "41 00 11 05 00 0b"), "unknown type 5");
  EXPECT_EQ(checkCode(nothing, "02 05 0b 0b"), "unknown type 5");
  EXPECT_EQ(checkCode(nothing, "d2 09 1a 0b"), "unknown function 9");
}

TEST(FunctionValidator, VariablesKeepTheirTypes) {
  EXPECT_EQ(checkCode(nothing, "41 00 24 00 0b"), "");
  EXPECT_EQ(checkCode(nothing, "41 00 24 01 0b"), "immutable global 1");
  EXPECT_EQ(checkCode(nothing, "42 00 24 00 0b"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(checkCode(nothing, "42 00 22 00 1a 0b", "01 01 7f"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(checkCode("60 01 7c 00", "20 00 21 01 0b", "01 01 7c"), "");
}

TEST(FunctionValidator, MemoryAccessesAreAlignedAtMostNaturally) {
  EXPECT_EQ(checkCode(nothing, "41 00 28 02 00 1a 0b"), "");
  EXPECT_EQ(checkCode(nothing, "41 00 28 03 00 1a 0b"),
            "alignment must not be larger than natural");
  EXPECT_EQ(checkCode(nothing, "41 00 2d 01 00 1a 0b"),
            "alignment must not be larger than natural");
  EXPECT_EQ(checkCode(nothing, "41 00 28 3f 00 1a 0b"),
            "alignment must not be larger than natural");
  EXPECT_EQ(checkCode(nothing, "41 00 28 80 01 00 1a 0b"),
            "malformed memop flags");
  EXPECT_EQ(checkCode(nothing, "41 00 28 02 ff ff ff ff 0f 1a 0b"), "");
  EXPECT_EQ(checkCode(nothing, "41 00 28 02 80 80 80 80 10 1a 0b"),
            "offset out of range");
}

TEST(FunctionValidator, BulkOperationsNeedTheDataCount) {
  EXPECT_EQ(checkCode(nothing, "fc 09 00 0b"), "data count section required");
  EXPECT_EQ(checkCode(nothing, "41 00 41 00 41 00 fc 0a 00 00 0b"), "");
  EXPECT_EQ(checkCode(nothing, "41 00 41 00 42 00 fc 0b 00 0b"),
            "type mismatch: instruction requires [i32] but stack has [i64]");
}

TEST(FunctionValidator, RefFuncNamesDeclaredFunctions) {
  EXPECT_EQ(checkCode(nothing, "d2 00 1a 0b"),
            "undeclared function reference 0");
  EXPECT_EQ(checkCode(nothing, "41 00 d1 1a 0b"),
            "type mismatch: expected a reference, got i32");
}

TEST(FunctionValidator, BodiesEndWhereTheyEnd) {
  EXPECT_EQ(checkCode(nothing, "01"), "unexpected end of section or function");
  EXPECT_EQ(checkCode(nothing, "02 40 0b"),
            "unexpected end of section or function");
  EXPECT_EQ(checkCode(nothing, "0b 01"),
            "section size mismatch: 1 bytes are left over");
  EXPECT_EQ(checkCode(nothing, "ff"), "illegal opcode ff");
  EXPECT_EQ(checkCode(nothing, "fc 12"), "illegal opcode fc 12");
  EXPECT_EQ(checkCode(nothing, "27"), "illegal opcode 27");
}

TEST(FunctionValidator, DeepNestingIsIterative) {
  constexpr size_t depth = 200000;
  Bytes code(1, '\0'); // no locals
  for (size_t i = 0; i < depth; ++i)
    code += hex("02 40");
  code += Bytes(depth + 1, '\x0b');
  Bytes module = preamble() + section(1, hex("01 60 00 00")) +
                 section(3, hex("01 00")) +
                 section(10, hex("01") + uleb(code.size()) + code);
  EXPECT_EQ(check(module), "");
}

} // namespace
