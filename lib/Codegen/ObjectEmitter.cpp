// An LLVM module becomes bytes: an object, assembly or IR.

#include "ObjectEmitter.h"
#include "InlinedFrames.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/CodeGen/AsmPrinter.h"
#include "llvm/CodeGen/MachineModuleInfo.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/CodeGen/TargetPassConfig.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace wasmc {

// LLVM's addPassesToEmitFile(), which does not let go of the printer.
static void addPasses(legacy::PassManager &passes, LLVMTargetMachine &machine,
                      raw_pwrite_stream &stream, CodeGenFileType type) {
  auto *info = new MachineModuleInfoWrapperPass(&machine);
  TargetPassConfig *config = machine.createPassConfig(passes);
  config->setDisableVerify(true); // it runs, if asked for, in optimize()
  passes.add(config);
  passes.add(info);
  [[maybe_unused]] bool failed = config->addISelPasses();
  assert(!failed && "the x86 back end selects instructions");
  config->addMachinePasses();
  config->setInitialized();
  std::unique_ptr<MCStreamer> streamer = cantFail(machine.createMCStreamer(
      stream, nullptr, type, info->getMMI().getContext()));
  AsmPrinter *printer =
      machine.getTarget().createAsmPrinter(machine, std::move(streamer));
  addInlinedFrames(*printer);
  passes.add(printer);
  passes.add(createFreeMachineFunctionPass());
}

SmallVector<char, 0> emitOutput(llvm::Module &module, TargetMachine &machine,
                                OutputKind kind) {
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  if (kind == OutputKind::LLVM || kind == OutputKind::Bitcode)
    defineNoInlinedFrames(module);
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
  addPasses(passes, static_cast<LLVMTargetMachine &>(machine), stream, type);
  passes.run(module);
  return bytes;
}

} // namespace wasmc
