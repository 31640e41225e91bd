// Locals and globals (core spec 4.4.5). Locals never touch memory; a global is
// an LLVM global of its type, and a constant one is its value.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

void FunctionEmitter::LocalGet(const LocalImm &imm) {
  push(ssa.read(builder.GetInsertBlock(), imm.index));
}

void FunctionEmitter::LocalSet(const LocalImm &imm) {
  ssa.write(builder.GetInsertBlock(), imm.index, pop());
}

void FunctionEmitter::LocalTee(const LocalImm &imm) {
  ssa.write(builder.GetInsertBlock(), imm.index, stack.back());
}

void FunctionEmitter::GlobalGet(const GlobalImm &imm) {
  const Global &global = emitter.wasm.globals[imm.index];
  if (!global.type.isMutable) {
    push(emitter.constant(emitter.plan.initialValue(imm.index)));
    return;
  }
  push(
      loadState(emitter.llvmType(global.type.type), emitter.global(imm.index)));
}

void FunctionEmitter::GlobalSet(const GlobalImm &imm) {
  storeState(pop(), emitter.global(imm.index));
}

} // namespace wasmc
