// What of a validated body reaches the visitor behind the validator, and where.

#include "Frontend/FunctionValidator.h"
#include "ModuleBytes.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace wasmc;

namespace {

// Writes down the names of what it is handed.
struct Recorder {
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  void Name(const Immediate##Imm &) { log += " " text; }
#include "Frontend/Opcodes.def"
  void locals(uint32_t count, ValType type) {
    log += " " + std::to_string(count) + "x" + toString(type);
  }
  void atOffset(uint64_t offset) { lastOffset = offset; }

  std::string log;
  uint64_t lastOffset = 0;
};

std::string forwarded(StringRef code, StringRef locals = "00") {
  Bytes bytes = oneFunction("60 00 00", code, locals);
  std::unique_ptr<Module> module = mustRead(bytes);
  Recorder recorder;
  cantFail(visitFunction(*module, 0, ReaderOptions(), recorder));
  EXPECT_EQ(recorder.lastOffset, bytes.size() - 1); // the function's end
  return recorder.log;
}

TEST(Forwarding, LocalsThenInstructionsThenTheFinalEnd) {
  EXPECT_EQ(forwarded("20 00 1a 0b", "02 01 7f 03 7e"),
            " 1xi32 3xi64 local.get drop end");
}

TEST(Forwarding, UnreachableInstructionsAreLeftOut) {
  EXPECT_EQ(forwarded("00 41 00 1a 0b"), " unreachable end");
  EXPECT_EQ(forwarded("0f 01 0b"), " return end");
  EXPECT_EQ(forwarded("0c 00 01 0b"), " br end");
  EXPECT_EQ(forwarded("41 00 0e 00 00 01 0b"), " i32.const br_table end");
}

TEST(Forwarding, BlocksBegunInUnreachableCodeAreLeftOutWhole) {
  EXPECT_EQ(forwarded("00 02 40 01 0b 0b"), " unreachable end");
  EXPECT_EQ(forwarded("00 41 00 04 40 01 05 01 0b 0b"), " unreachable end");
  EXPECT_EQ(forwarded("00 02 40 02 40 00 0b 01 0b 01 0b"), " unreachable end");
}

TEST(Forwarding, TheFrameThatBecameUnreachableIsClosed) {
  EXPECT_EQ(forwarded("02 40 00 01 0b 01 0b"),
            " block unreachable end nop end");
  EXPECT_EQ(forwarded("41 00 04 40 00 01 05 01 0b 0b"),
            " i32.const if unreachable else nop end end");
  EXPECT_EQ(forwarded("03 40 0c 00 03 40 0b 0b 01 0b"), " loop br end nop end");
}

TEST(ModuleFacts, SayWhatBodiesWrite) {
  // table.set 0, global.set 0, memory.grow.
  std::unique_ptr<Module> module = mustRead(oneFunction(
      "60 00 00", "41 00 d0 70 26 00 41 00 24 00 41 00 40 00 1a 0b"));
  EXPECT_TRUE(module->facts.tableWritten[0]);
  EXPECT_TRUE(module->facts.globalWritten[0]);
  EXPECT_FALSE(module->facts.globalWritten[1]);
  EXPECT_TRUE(module->facts.growsMemory);

  module = mustRead(oneFunction("60 00 00", "0b"));
  EXPECT_FALSE(module->facts.tableWritten[0]);
  EXPECT_FALSE(module->facts.globalWritten[0]);
  EXPECT_FALSE(module->facts.growsMemory);
  EXPECT_FALSE(module->facts.functionReferenced[0]);
}

TEST(ModuleFacts, AnExportIsAReferenceButNoWrite) {
  Bytes code = section(10, hex("01") + body("0b"));
  std::unique_ptr<Module> module = mustRead(
      preamble() + section(1, hex("01 60 00 00")) + section(3, hex("01 00")) +
      section(4, hex("01 70 00 01")) + section(6, hex("01 7f 01 41 00 0b")) +
      section(7, hex("03 01 66 00 00 01 74 01 00 01 67 03 00")) + code);
  EXPECT_TRUE(module->facts.functionReferenced[0]);
  EXPECT_FALSE(module->facts.tableWritten[0]);
  EXPECT_FALSE(module->facts.globalWritten[0]);
}

} // namespace
