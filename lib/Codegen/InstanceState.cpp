// Places the state of instances in a block; see the header.

#include "InstanceState.h"
#include "ProgramPlan.h"
#include "RuntimeABI.h"
#include "abi/wasmc_abi.h"
#include "llvm/IR/ReplaceConstant.h"
#include "llvm/Support/MathExtras.h"

using namespace llvm;

namespace wasmc {

static constexpr uint64_t pointerBytes = 8;
static constexpr StringLiteral instanceAttribute = "wasmc-instance";

namespace {
class Layout {
public:
  explicit Layout(InstanceBlock &block) : block(block) {}
  void place(StringRef symbol, uint64_t bytes) {
    constexpr uint64_t largestAlignment = 16;
    uint64_t alignment = std::min(PowerOf2Ceil(bytes), largestAlignment);
    block.bytes = alignTo(block.bytes, std::max<uint64_t>(alignment, 1));
    block.offsets[symbol] = block.bytes;
    block.bytes += bytes;
  }

private:
  InstanceBlock &block;
};
} // namespace

static uint64_t bytesOf(ValType type) {
  return type.kind == ValType::Kind::V128 ? 16 : 8;
}

// What is small and used often comes first, for short displacements.
static void placeSmall(Layout &layout, const ModulePlan &unit) {
  const Module &module = unit.module;
  for (uint32_t i = 0; i < module.memories.size(); ++i)
    if (unit.ownsMemory(i))
      layout.place(unit.memorySymbols[i], sizeof(WasmcMemory));
  for (uint32_t i = module.numImportedGlobals; i < module.globals.size(); ++i)
    if (module.globals[i].type.isMutable)
      layout.place(unit.globalSymbols[i], bytesOf(module.globals[i].type.type));
  for (uint32_t i = module.numImportedTables; i < module.tables.size(); ++i)
    if (!unit.constantTables[i])
      layout.place(unit.tableSymbols[i], sizeof(WasmcTable));
  auto placeSize = [&](const std::string &segment) {
    layout.place(ModulePlan::sizeSymbol(segment), sizeof(uint32_t));
  };
  for (uint32_t i = 0; i < module.datas.size(); ++i)
    placeSize(unit.dataSymbol(i));
  for (uint32_t i = 0; i < module.elems.size(); ++i)
    placeSize(unit.elemSymbol(i));
}

void layOutInstances(ProgramPlan &program, uint64_t spillBytes) {
  InstanceBlock &block = program.instances;
  block.offsets["wasmc_instance"] = 0;
  block.offsets["wasmc_caller_memory"] = offsetof(WasmcInstance, callerMemory);
  block.bytes = sizeof(WasmcInstance);
  Layout layout(block);
  for (const auto &unit : program.units)
    placeSmall(layout, *unit);
  if (program.usesTailCalls)
    layout.place("wasmc.spill", spillBytes);
  for (const auto &unit : program.units)
    for (uint32_t i = unit->module.numImportedTables;
         i < unit->module.tables.size(); ++i)
      if (!unit->constantTables[i])
        layout.place(unit->tableElementsSymbol(i),
                     unit->module.tables[i].type.limits.min * pointerBytes);
}

// The register that callees keep and that carries nothing else: calls pass the
// instance on for nothing.
static constexpr Attribute::AttrKind instanceRegister = Attribute::SwiftSelf;

void setInstanceParam(llvm::Function &function, uint64_t blockBytes) {
  LLVMContext &context = function.getContext();
  function.addParamAttr(0, Attribute::get(context, instanceAttribute));
  function.addParamAttr(0, Attribute::NonNull);
  function.addParamAttr(0, Attribute::NoUndef);
  function.addParamAttr(
      0, Attribute::getWithDereferenceableBytes(context, blockBytes));
  function.addParamAttr(0, Attribute::getWithAlignment(context, Align(16)));
  if (function.getCallingConv() != CallingConv::C)
    function.addParamAttr(0, instanceRegister);
}

void setInstanceArgument(CallBase &call) {
  call.addParamAttr(0, instanceRegister);
}

Value *instanceIn(llvm::Function &function) {
  if (function.arg_size() != 0 &&
      function.getAttributes().hasParamAttr(0, instanceAttribute))
    return function.getArg(0);
  FunctionCallee ask = declareRuntimeFunction(
      *function.getParent(), RuntimeFunction::wasmc_current_instance);
  BasicBlock &entry = function.getEntryBlock();
  if (!entry.empty())
    if (auto *call = dyn_cast<CallInst>(&entry.front());
        call && call->getCalledOperand() == ask.getCallee())
      return call;
  IRBuilder<> builder(&entry, entry.begin());
  return builder.CreateCall(ask, {}, "instance");
}

// The address of a global, in a function that uses it.
static Value *addressIn(llvm::Function &function, uint64_t offset) {
  Value *instance = instanceIn(function);
  BasicBlock &entry = function.getEntryBlock();
  auto position = entry.begin();
  if (auto *call = dyn_cast<Instruction>(instance))
    position = std::next(call->getIterator());
  IRBuilder<> builder(&entry, position);
  return builder.CreateInBoundsGEP(builder.getInt8Ty(), instance,
                                   builder.getInt64(offset));
}

void lowerInstanceState(llvm::Module &module, const InstanceBlock &block) {
  SmallVector<GlobalVariable *, 16> variables;
  SmallVector<Constant *, 16> constants;
  for (GlobalVariable &variable : module.globals())
    if (block.offsets.contains(variable.getName())) {
      variable.setInitializer(nullptr);
      variables.push_back(&variable);
      constants.push_back(&variable);
    }
  convertUsersOfConstantsToInstructions(constants);
  for (GlobalVariable *variable : variables) {
    DenseMap<llvm::Function *, Value *> addresses;
    for (Use &use : make_early_inc_range(variable->uses())) {
      llvm::Function *function =
          cast<Instruction>(use.getUser())->getFunction();
      Value *&address = addresses[function];
      if (!address)
        address = addressIn(*function, block.offsets.at(variable->getName()));
      use.set(address);
    }
    variable->eraseFromParent();
  }
}

} // namespace wasmc
