// What a module must do at run time because of its imports.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

// Compared with the size at the time of instantiation (core spec 4.5.4), unless
// that cannot be too small.
void FunctionEmitter::checkImportedSizes() {
  const Module &module = emitter.wasm;
  const ModulePlan &plan = emitter.plan;
  auto check = [&](Value *size, uint64_t minimum) {
    Value *wide = toI64(size);
    trapIf(builder.CreateICmpULT(wide, builder.getInt64(minimum)),
           Trap::IncompatibleImport);
  };
  for (uint32_t i = 0; i < module.numImportedMemories; ++i) {
    const Definition &memory = plan.memories[i];
    uint64_t minimum = module.memories[i].type.limits.min;
    if (memory.unit->module.memories[memory.index].type.limits.min < minimum)
      check(memoryField(i, MemoryField::pages), minimum);
  }
  for (uint32_t i = 0; i < module.numImportedTables; ++i) {
    const Definition &table = plan.tables[i];
    uint64_t minimum = module.tables[i].type.limits.min;
    if (table.unit->module.tables[table.index].type.limits.min < minimum)
      check(tableField(i, TableField::size), minimum);
  }
}

// WASI works on the memory of the module that calls it.
void FunctionEmitter::switchWasiMemory() {
  const ModulePlan &plan = emitter.plan;
  if (!plan.program.switchesWasiMemory || !plan.wasiMemory)
    return;
  builder.CreateStore(emitter.memory(*plan.wasiMemory), emitter.callerMemory());
}

} // namespace wasmc
