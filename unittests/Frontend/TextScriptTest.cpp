// Scripts as commands, and positions of a text.

#include "Frontend/Text/Script.h"
#include <gtest/gtest.h>

using namespace llvm;
using namespace wasmc;
using Kind = ScriptCommand::Kind;

static std::vector<ScriptCommand> parse(StringRef source) {
  Expected<std::vector<ScriptCommand>> script = parseScript(source);
  EXPECT_TRUE(bool(script)) << (script ? "" : toString(script.takeError()));
  return script ? std::move(*script) : std::vector<ScriptCommand>();
}

static std::string errorOf(StringRef source) {
  Expected<std::vector<ScriptCommand>> script = parseScript(source);
  return script ? "" : toString(script.takeError());
}

TEST(TextScript, CommandsHaveLines) {
  auto script = parse("(module $m (func))\n\n  (register \"a\" $m)\n"
                      "(invoke $m \"f\" (i32.const -1))");
  ASSERT_EQ(script.size(), 3u);
  EXPECT_EQ(script[0].kind, Kind::Module);
  EXPECT_EQ(script[0].module.id, "m");
  EXPECT_EQ(script[1].kind, Kind::Register);
  EXPECT_EQ(script[1].text, "a");
  EXPECT_EQ(script[1].name, "m");
  EXPECT_EQ(script[1].position.line, 3u);
  EXPECT_EQ(script[1].position.column, 3u);
  EXPECT_EQ(script[2].action.module, "m");
  EXPECT_EQ(script[2].action.args[0].bits, 0xFFFFFFFFu);
}

TEST(TextScript, ModulesComeAsBytes) {
  auto script = parse("(module binary \"\\00asm\" \"\\01\\00\\00\\00\")"
                      "(module quote \"(func\" \")\")"
                      "(module definition $d)(module instance $i $d)");
  ASSERT_EQ(script.size(), 4u);
  EXPECT_EQ(script[0].module.assembled.binary,
            StringRef("\0asm\1\0\0\0", 8).str());
  EXPECT_EQ(script[1].module.error, "");
  EXPECT_GT(script[1].module.assembled.binary.size(), 8u);
  EXPECT_TRUE(script[2].module.isDefinition);
  EXPECT_EQ(script[3].kind, Kind::ModuleInstance);
  EXPECT_EQ(script[3].name, "i");
  EXPECT_EQ(script[3].other, "d");
}

TEST(TextScript, AModuleThatDoesNotAssembleIsNoError) {
  auto script =
      parse("(assert_malformed (module quote \"(func nip)\") \"x\")"
            "(assert_invalid (module (func br $x) (func (nop))) \"y\")"
            "(invoke \"f\")");
  ASSERT_EQ(script.size(), 3u);
  EXPECT_EQ(script[0].module.error, "1:7: unknown operator nip");
  EXPECT_EQ(script[1].module.error, "1:84: unknown label $x");
  EXPECT_EQ(script[1].text, "y");
  EXPECT_EQ(script[2].kind, Kind::Action);
}

TEST(TextScript, ResultsMayBePatterns) {
  auto script =
      parse("(assert_return (invoke \"f\") (f32.const nan:canonical)"
            " (v128.const f64x2 nan:arithmetic 1)"
            " (either (i32.const 1) (i32.const 2)) (ref.extern 3) (ref.null)"
            " (ref.null func) (ref.func))");
  ASSERT_EQ(script.size(), 1u);
  const auto &results = script[0].results;
  ASSERT_EQ(results.size(), 7u);
  EXPECT_EQ(results[0].nan, ScriptValue::Nan::Canonical);
  EXPECT_EQ(results[1].nans[0], ScriptValue::Nan::Arithmetic);
  EXPECT_EQ(results[1].nans[1], ScriptValue::Nan::None);
  EXPECT_EQ(results[1].lanes[1], 0x3FF0000000000000u);
  EXPECT_EQ(results[2].alternatives.size(), 2u);
  EXPECT_EQ(results[3].bits, 3u);
  EXPECT_FALSE(results[4].hasHeap);
  EXPECT_EQ(results[5].heap, int32_t(AbstractHeapType::Func));
  EXPECT_EQ(results[6].kind, ScriptValue::Kind::RefFunc);
}

TEST(TextScript, ArgumentsMayNotBePatterns) {
  EXPECT_EQ(errorOf("(invoke \"f\" (ref.func))"),
            "1:14: unexpected token 'ref.func', expected a constant");
  EXPECT_EQ(errorOf("(invoke \"f\" (either))"),
            "1:14: unexpected token 'either', expected a constant");
  EXPECT_EQ(errorOf("(invoke \"f\" (f32.const nan:canonical))"),
            "1:24: unexpected token 'nan:canonical', expected a number");
}

TEST(TextScript, ThreadsHaveCommands) {
  auto script = parse("(thread $t (shared (module $m)) (invoke \"f\"))"
                      "(wait $t)");
  ASSERT_EQ(script.size(), 2u);
  EXPECT_EQ(script[0].sharedModules, std::vector<std::string>{"m"});
  EXPECT_EQ(script[0].commands.size(), 1u);
  EXPECT_EQ(script[1].name, "t");
}

TEST(TextScript, ThreadsNestSoDeepAndNoDeeper) {
  std::string source;
  for (int i = 0; i < 100000; ++i)
    source += "(thread $t ";
  EXPECT_NE(errorOf(source).find("threads are nested too deeply"),
            std::string::npos);
}

TEST(TextScript, FieldsAloneAreAModule) {
  auto script = parse("(func) (memory 1)");
  ASSERT_EQ(script.size(), 1u);
  EXPECT_EQ(script[0].module.error, "");
}

TEST(TextPositions, EveryInstructionHasOne) {
  Expected<AssembledText> text = assembleText("(module (func (result i32)\n"
                                              "  (i32.add (i32.const 1)\n"
                                              "    (i32.const 2))))");
  ASSERT_TRUE(bool(text));
  const size_t add = text->binary.find('\x6A');
  EXPECT_EQ(text->position(add).line, 2u);
  EXPECT_EQ(text->position(add).column, 4u);
  EXPECT_EQ(text->position(add - 1).line, 3u);
  EXPECT_EQ(text->position(0).line, 1u);
}
