// Tells backtraces of inlined functions; the header has the idea.

#include "InlinedFrames.h"
#include "HeapAccess.h"
#include "abi/wasmc_abi.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/BinaryFormat/Dwarf.h"
#include "llvm/CodeGen/AsmPrinter.h"
#include "llvm/CodeGen/DebugHandlerBase.h"
#include "llvm/CodeGen/MachineInstr.h"
#include "llvm/CodeGen/MachineMemOperand.h"
#include "llvm/CodeGen/PseudoSourceValue.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/MDBuilder.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCExpr.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/Target/TargetLoweringObjectFile.h"

using namespace llvm;

namespace wasmc {

static constexpr StringLiteral scopeDomain = "wasmc inlined";
static constexpr StringLiteral tableSuffix = ".inlined";

// The functions inlined into each other that an instruction is in, innermost
// first, one a line; empty: only its own.
static std::string chainOf(const DILocation *location) {
  std::string chain;
  for (; location && location->getInlinedAt();
       location = location->getInlinedAt()) {
    if (!chain.empty())
      chain += '\n';
    chain += location->getScope()->getSubprogram()->getLinkageName();
  }
  return chain;
}

void FrameMarker::prepare(Function &function) {
  if (function.getSubprogram())
    return;
  LLVMContext &context = module.getContext();
  if (!builder) {
    builder = std::make_unique<DIBuilder>(module);
    file = builder->createFile(module.getName(), "");
    // Nothing of it is written out.
    builder->createCompileUnit(dwarf::DW_LANG_C, file, "", false, "", 0, "",
                               DICompileUnit::NoDebug);
  }
  DISubprogram *subprogram = builder->createFunction(
      file, "", function.getName(), file, 0,
      builder->createSubroutineType(builder->getOrCreateTypeArray({})), 0,
      DINode::FlagZero, DISubprogram::SPFlagDefinition);
  function.setSubprogram(subprogram);
  DILocation *here = DILocation::get(context, 0, 0, subprogram);
  for (Instruction &instruction : instructions(function))
    instruction.setDebugLoc(here);
}

void FrameMarker::finish(Function &function) {
  isUsed = true;
  MDBuilder metadata(module.getContext());
  MDNode *domain = metadata.createAliasScopeDomain(scopeDomain);
  for (Instruction &instruction : instructions(function)) {
    auto *call = dyn_cast<CallBase>(&instruction);
    if (!heapPointer(instruction) && !call)
      continue;
    std::string chain = chainOf(instruction.getDebugLoc());
    if (chain.empty())
      continue;
    // What is called from two bodies may have been called from either.
    if (call && !isa<IntrinsicInst>(call))
      call->addFnAttr(Attribute::NoMerge);
    if (heapPointer(instruction))
      instruction.setMetadata(
          LLVMContext::MD_alias_scope,
          MDNode::get(module.getContext(),
                      metadata.createAliasScope(chain, domain)));
  }
}

// The first names of the module, which refer to the table.
static GlobalVariable *namesOf(Module &module) {
  NamedMDNode *names = module.getNamedMetadata(functionNamesMetadata);
  if (!names)
    return nullptr;
  return mdconst::extract<GlobalVariable>(names->getOperand(0)->getOperand(0));
}

static GlobalVariable *tableOf(Module &module) {
  GlobalVariable *names = namesOf(module);
  return names ? module.getNamedGlobal((names->getName() + tableSuffix).str())
               : nullptr;
}

void FrameMarker::finish() {
  if (builder)
    builder->finalize();
  if (!isUsed)
    return;
  GlobalVariable *names = namesOf(module);
  auto *table = new GlobalVariable(
      module, Type::getInt64Ty(module.getContext()), true,
      GlobalValue::ExternalLinkage, nullptr, names->getName() + tableSuffix);
  table->setDSOLocal(true);
  auto *old = cast<ConstantStruct>(names->getInitializer());
  SmallVector<Constant *, 4> fields;
  for (const Use &field : old->operands())
    fields.push_back(cast<Constant>(field));
  fields.back() = table;
  names->setInitializer(ConstantStruct::get(old->getType(), fields));
}

void defineNoInlinedFrames(Module &module) {
  if (GlobalVariable *table = tableOf(module)) {
    table->setInitializer(ConstantInt::get(table->getValueType(), 0));
    table->setLinkage(GlobalValue::PrivateLinkage);
  }
}

namespace {

// Notes at which instructions the innermost function changes, and writes the
// table behind all code.
class InlinedFrames : public DebugHandlerBase {
public:
  explicit InlinedFrames(AsmPrinter &printer)
      : DebugHandlerBase(&printer), printer(printer) {}

  void beginModule(Module *module) override {
    Asm = nullptr; // the base class has nothing to do
    this->module = module;
    if (GlobalVariable *table = tableOf(*module))
      symbol = printer.getSymbol(table);
  }
  void beginInstruction(const MachineInstr *instruction) override;
  void endInstruction() override {}
  void endModule() override;

protected:
  void beginFunctionImpl(const MachineFunction *) override {}
  void endFunctionImpl(const MachineFunction *) override {}

private:
  std::optional<unsigned> chainAt(const MachineInstr &instruction);
  unsigned chainOfAccess(const MachineMemOperand &access);
  unsigned numberOf(StringRef chain);
  MCSymbol *labelHere();
  void writeChains();

  AsmPrinter &printer;
  const Module *module = nullptr;
  MCSymbol *symbol = nullptr; // of the table; null: none is needed
  struct Range {
    MCSymbol *start;
    unsigned chain;
  };
  std::vector<Range> ranges;
  unsigned current = 0;
  // By their texts: where they begin in the list of all, each ended by an
  // empty name.
  StringMap<unsigned> chains;
  std::vector<StringRef> functions = {""};
};

} // namespace

unsigned InlinedFrames::numberOf(StringRef chain) {
  if (chain.empty())
    return 0;
  auto [known, isNew] = chains.try_emplace(chain, functions.size());
  if (isNew) {
    SmallVector<StringRef, 4> names;
    known->getKey().split(names, '\n');
    functions.insert(functions.end(), names.begin(), names.end());
    functions.push_back("");
  }
  return known->second;
}

unsigned InlinedFrames::chainOfAccess(const MachineMemOperand &access) {
  if (const MDNode *scopes = access.getAAInfo().Scope)
    for (const MDOperand &operand : scopes->operands()) {
      auto *scope = cast<MDNode>(operand);
      auto *domain = dyn_cast<MDNode>(scope->getOperand(1));
      auto *name = domain ? dyn_cast<MDString>(domain->getOperand(0)) : nullptr;
      if (name && name->getString() == scopeDomain)
        return numberOf(cast<MDString>(scope->getOperand(0))->getString());
    }
  return 0;
}

// None for what cannot trap.
std::optional<unsigned>
InlinedFrames::chainAt(const MachineInstr &instruction) {
  if (instruction.isMetaInstruction())
    return std::nullopt;
  if (instruction.isCall() || !instruction.mayLoadOrStore()) {
    if (!instruction.isCall() && !instruction.hasUnmodeledSideEffects())
      return std::nullopt;
    return numberOf(chainOf(instruction.getDebugLoc()));
  }
  std::optional<unsigned> found;
  if (instruction.memoperands_empty())
    found = 0;
  for (const MachineMemOperand *access : instruction.memoperands()) {
    if (access->getPseudoValue()) // of the function's own frame, or a constant
      continue;
    if (unsigned chain = chainOfAccess(*access))
      return chain;
    found = 0;
  }
  return found;
}

MCSymbol *InlinedFrames::labelHere() {
  MCSymbol *label = printer.OutContext.createTempSymbol();
  printer.OutStreamer->emitLabel(label);
  return label;
}

void InlinedFrames::beginInstruction(const MachineInstr *instruction) {
  if (!symbol)
    return;
  std::optional<unsigned> chain = chainAt(*instruction);
  if (!chain || *chain == current)
    return;
  ranges.push_back({labelHere(), *chain});
  current = *chain;
}

void InlinedFrames::writeChains() {
  MCStreamer &out = *printer.OutStreamer;
  MCContext &context = printer.OutContext;
  for (StringRef name : functions) {
    const llvm::Function *function = module->getFunction(name);
    if (function)
      out.emitValue(
          MCBinaryExpr::createSub(
              MCSymbolRefExpr::create(printer.getSymbol(function), context),
              MCSymbolRefExpr::create(symbol, context), context),
          4);
    else
      out.emitInt32(0);
  }
}

void InlinedFrames::endModule() {
  if (!symbol)
    return;
  MCStreamer &out = *printer.OutStreamer;
  MCContext &context = printer.OutContext;
  const TargetLoweringObjectFile &sections = printer.getObjFileLowering();
  out.switchSection(sections.getTextSection());
  ranges.push_back({labelHere(), 0}); // the end of all code
  MCSymbol *first = ranges.front().start;
  out.switchSection(sections.getReadOnlySection());
  out.emitValueToAlignment(Align(4));
  out.emitLabel(symbol);
  out.emitValue(MCBinaryExpr::createSub(
                    MCSymbolRefExpr::create(first, context),
                    MCSymbolRefExpr::create(symbol, context), context),
                4);
  out.emitAbsoluteSymbolDiff(ranges.back().start, first, 4);
  const size_t lists =
      sizeof(WasmcInlined) + ranges.size() * sizeof(WasmcInlinedRange);
  for (const Range &range : ranges) {
    out.emitAbsoluteSymbolDiff(range.start, first, 4);
    out.emitInt32(lists + range.chain * sizeof(int32_t));
  }
  writeChains();
}

void addInlinedFrames(AsmPrinter &printer) {
  printer.addDebugHandler(std::make_unique<InlinedFrames>(printer));
}

} // namespace wasmc
