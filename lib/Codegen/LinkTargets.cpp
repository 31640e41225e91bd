// lld registers every target of LLVM before it links, for link-time
// optimisation of bitcode, which wasmc never hands it. That would bring all
// their code generators into wasmc and double its size. So here are the
// functions that register the targets other than x86, and they do nothing.

#define WASMC_SECOND(first, second, ...) second
#define WASMC_PICK(...) WASMC_SECOND(__VA_ARGS__, WASMC_NOTHING, )
#define WASMC_IS_X86 ~, WASMC_REAL
// WASMC_REAL if the target is X86, WASMC_NOTHING for any other.
#define WASMC_DEFINE(target) WASMC_PICK(WASMC_IS_##target)

#define WASMC_REAL(function)
#define WASMC_NOTHING(function)                                                \
  extern "C" void function();                                                  \
  void function() {}

#define LLVM_TARGET(target)                                                    \
  WASMC_DEFINE(target)(LLVMInitialize##target##Target)                         \
      WASMC_DEFINE(target)(LLVMInitialize##target##TargetInfo)                 \
          WASMC_DEFINE(target)(LLVMInitialize##target##TargetMC)
#include "llvm/Config/Targets.def"

#define LLVM_ASM_PRINTER(target)                                               \
  WASMC_DEFINE(target)(LLVMInitialize##target##AsmPrinter)
#include "llvm/Config/AsmPrinters.def"

#define LLVM_ASM_PARSER(target)                                                \
  WASMC_DEFINE(target)(LLVMInitialize##target##AsmParser)
#include "llvm/Config/AsmParsers.def"
