// Sections, their order and the rules between them (core spec 5.5 and 3.5).

#include "ModuleBytes.h"
#include "gtest/gtest.h"

using namespace llvm;
using namespace wasmc;

namespace {

const Bytes types = section(1, hex("01 60 00 00"));
const Bytes code = section(10, hex("01") + body("0b"));

// A module with a section of every kind.
Bytes everySection() {
  return preamble() + types + section(2, hex("01 01 6d 01 66 00 00")) +
         section(3, hex("01 00")) + section(4, hex("01 70 01 02 05")) +
         section(5, hex("01 01 01 02")) + section(6, hex("01 7f 00 41 2a 0b")) +
         section(7, hex("01 01 65 00 01")) + section(8, hex("01")) +
         section(9, hex("02 00 41 00 0b 01 01 05 70 01 d2 00 0b")) +
         section(12, hex("02")) + code +
         section(11, hex("02 00 41 00 0b 02 61 62 01 01 63")) +
         section(0, hex("04 6e 61 6d 65 01 06 02 00 01 78 01 01 79"));
}

TEST(ModuleReader, EverySectionIsRead) {
  Bytes bytes = everySection();
  std::unique_ptr<Module> module = mustRead(bytes);
  EXPECT_EQ(module->functions.size(), 2u);
  EXPECT_EQ(module->numImportedFunctions, 1u);
  EXPECT_TRUE(module->functions[0].isImport);
  EXPECT_EQ(module->imports[0].name, "f");
  EXPECT_EQ(module->tables[0].type.limits.max, 5u);
  EXPECT_EQ(module->memories[0].type.limits.min, 1u);
  EXPECT_EQ(module->globals[0].init.instrs[0].bits, 42u);
  EXPECT_EQ(module->exports[0].index, 1u);
  EXPECT_EQ(module->start, 1u);
  EXPECT_EQ(module->elems[0].funcs, std::vector<uint32_t>{1});
  EXPECT_EQ(module->elems[1].exprs[0].instrs[0].index, 0u);
  EXPECT_EQ(module->datas[0].bytes.size(), 2u);
  EXPECT_FALSE(module->datas[1].isActive);
  EXPECT_EQ(module->customs[0].name, "name");
  // The body is the bytes "00 0b" where its offset says.
  const Function &function = module->functions[1];
  EXPECT_EQ(bytes.substr(function.bodyOffset, function.body.size()),
            hex("00 0b"));
}

TEST(ModuleReader, NamesAreTaken) {
  Bytes bytes = everySection();
  std::unique_ptr<Module> module = mustRead(bytes);
  EXPECT_EQ(module->functions[0].name, "x");
  // Its name ends past the subsection, and what is broken is left out.
  EXPECT_EQ(module->functions[1].name, "");
}

TEST(ModuleReader, EveryTruncationIsAnError) {
  Bytes bytes = everySection();
  size_t valid = 0;
  for (size_t size = 0; size < bytes.size(); ++size)
    if (check(bytes.substr(0, size)).empty())
      ++valid;
  // Whole modules are: the preamble, with types, with imports, and all but the
  // custom section.
  EXPECT_EQ(valid, 4u);
}

TEST(ModuleReader, EveryChangedByteIsHandled) {
  const Bytes bytes = everySection();
  size_t rejected = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    for (unsigned value = 0; value < 256; ++value) {
      Bytes changed = bytes;
      changed[i] = char(value);
      if (!check(changed).empty())
        ++rejected;
    }
  EXPECT_GT(rejected, bytes.size() * 128);
}

TEST(ModuleReader, SectionsComeOnceAndInOrder) {
  EXPECT_EQ(check(preamble() + types + types),
            "0xe: unexpected content after last section: type section after "
            "type section\n  in the type section");
  EXPECT_EQ(check(preamble() + section(5, hex("00")) + section(4, hex("00"))),
            "0xb: unexpected content after last section: table section after "
            "memory section\n  in the table section");
  EXPECT_EQ(check(preamble() + section(12, hex("00")) + section(10, hex("00")) +
                  section(11, hex("00"))),
            "");
  EXPECT_EQ(check(preamble() + section(14, "")),
            "0x8: malformed section id 14");
}

TEST(ModuleReader, CountsAgree) {
  EXPECT_EQ(check(preamble() + types + section(3, hex("01 00"))),
            "0x12: function and code section have inconsistent lengths: 1 and "
            "0");
  EXPECT_EQ(check(preamble() + types + code),
            "0x10: function and code section have inconsistent lengths: 0 and "
            "1");
  EXPECT_EQ(check(preamble() + section(12, hex("01"))),
            "0xb: data count and data section have inconsistent lengths: 1 "
            "and 0");
}

TEST(ModuleReader, CountsBeyondTheBytesAreRefusedAtOnce) {
  EXPECT_EQ(check(preamble() + section(1, hex("80 80 04"))),
            "0xa: unexpected end of section or function: 65536 items do not "
            "fit in 0 bytes\n  in the type section");
  EXPECT_EQ(check(preamble() + section(7, hex("ff ff ff ff 0f"))),
            "0xa: 4294967295 exports exceed the limit of 1000000 "
            "(-flimit-exports)\n  in the export section");
}

TEST(ModuleReader, LimitsAreOptions) {
  ReaderOptions options;
  options.limits.types = 0;
  EXPECT_EQ(check(preamble() + types, options),
            "0xa: 1 types exceed the limit of 0 (-flimit-types)\n  in the type "
            "section");
  options = ReaderOptions();
  options.limits.moduleSize = 10;
  EXPECT_EQ(check(preamble() + types, options),
            "0x0: 14 bytes of a module exceed the limit of 10 "
            "(-flimit-module-size)");
}

TEST(ModuleReader, ConstantExpressionsAreConstant) {
  auto global = [](StringRef init) {
    std::string error =
        check(preamble() + section(6, hex("01 7f 00") + hex(init)));
    return StringRef(error).split('\n').first.str();
  };
  EXPECT_EQ(global("41 00 0b"), "");
  EXPECT_EQ(global("41 00 41 01 6a 0b"), "");
  EXPECT_EQ(global("41 00 41 01 6e 0b"),
            "0x11: constant expression required, got i32.div_u");
  EXPECT_EQ(
      global("42 00 0b"),
      "0xf: type mismatch: instruction requires [i32] but stack has [i64]");
  EXPECT_EQ(global("0b"),
            "0xd: type mismatch: instruction requires [i32] but stack has []");
  EXPECT_EQ(global("23 00 0b"), "0xd: unknown global 0");
  EXPECT_EQ(global("02 40 0b 41 00 0b"),
            "0xd: constant expression required, got block");
  EXPECT_EQ(global("41 00"), "0xf: unexpected end of section or function");
}

} // namespace
