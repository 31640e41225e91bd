// An LLVM module becomes bytes: an object, assembly or IR.

#include "ObjectEmitter.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace wasmc {

SmallVector<char, 0> emitOutput(llvm::Module &module, TargetMachine &machine,
                                OutputKind kind) {
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  if (kind == OutputKind::LLVM) {
    module.print(stream, nullptr);
    return bytes;
  }
  if (kind == OutputKind::Bitcode) {
    WriteBitcodeToFile(module, stream);
    return bytes;
  }
  legacy::PassManager passes;
  CodeGenFileType type = kind == OutputKind::Assembly
                             ? CodeGenFileType::AssemblyFile
                             : CodeGenFileType::ObjectFile;
  // The verifier runs, if asked for, in optimize().
  bool failed = machine.addPassesToEmitFile(passes, stream, nullptr, type,
                                            /*DisableVerify=*/true);
  assert(!failed && "the x86 back end emits objects");
  (void)failed;
  passes.run(module);
  return bytes;
}

} // namespace wasmc
