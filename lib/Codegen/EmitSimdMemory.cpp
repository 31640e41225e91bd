// Vector loads and stores (core spec 4.4.7). The address, and that a load traps
// though nothing uses it, are load() and store()'s business.

#include "FunctionEmitter.h"

using namespace llvm;

namespace wasmc {

void FunctionEmitter::V128Load(const MemArgImm &imm) {
  load(imm, intLanes(8), intLanes(8), /*isSigned=*/false);
}

void FunctionEmitter::V128Store(const MemArgImm &imm) {
  store(imm, intLanes(8));
}

// Eight bytes as lanes of `bits` bits, each extended to twice that.
void FunctionEmitter::loadExtend(const MemArgImm &imm, unsigned bits,
                                 bool isSigned) {
  auto *memoryType = FixedVectorType::get(builder.getIntNTy(bits), 64 / bits);
  load(imm, memoryType, intLanes(2 * bits), isSigned);
  pushLanes(pop());
}

void FunctionEmitter::loadSplat(const MemArgImm &imm, unsigned bits) {
  FixedVectorType *lanes = intLanes(bits);
  load(imm, lanes->getElementType(), lanes->getElementType(), false);
  pushLanes(splat(lanes, pop()));
}

void FunctionEmitter::loadZero(const MemArgImm &imm, unsigned bits) {
  FixedVectorType *lanes = intLanes(bits);
  load(imm, lanes->getElementType(), lanes->getElementType(), false);
  pushLanes(builder.CreateInsertElement(Constant::getNullValue(lanes), pop(),
                                        uint64_t(0)));
}

void FunctionEmitter::loadLane(const MemArgLaneImm &imm, unsigned bits) {
  FixedVectorType *lanes = intLanes(bits);
  Value *vector = popLanes(lanes);
  load(imm.mem, lanes->getElementType(), lanes->getElementType(), false);
  pushLanes(builder.CreateInsertElement(vector, pop(), imm.lane));
}

void FunctionEmitter::storeLane(const MemArgLaneImm &imm, unsigned bits) {
  FixedVectorType *lanes = intLanes(bits);
  push(builder.CreateExtractElement(popLanes(lanes), imm.lane));
  store(imm.mem, lanes->getElementType());
}

#define ACCESS(Name, Immediate, statement)                                     \
  void FunctionEmitter::Name(const Immediate##Imm &imm) { statement; }
#define LANE(bits)                                                             \
  ACCESS(V128Load##bits##Splat, MemArg, loadSplat(imm, bits))                  \
  ACCESS(V128Load##bits##Lane, MemArgLane, loadLane(imm, bits))                \
  ACCESS(V128Store##bits##Lane, MemArgLane, storeLane(imm, bits))
LANE(8)
LANE(16)
LANE(32)
LANE(64)
#undef LANE

ACCESS(V128Load32Zero, MemArg, loadZero(imm, 32))
ACCESS(V128Load64Zero, MemArg, loadZero(imm, 64))
ACCESS(V128Load8x8S, MemArg, loadExtend(imm, 8, true))
ACCESS(V128Load8x8U, MemArg, loadExtend(imm, 8, false))
ACCESS(V128Load16x4S, MemArg, loadExtend(imm, 16, true))
ACCESS(V128Load16x4U, MemArg, loadExtend(imm, 16, false))
ACCESS(V128Load32x2S, MemArg, loadExtend(imm, 32, true))
ACCESS(V128Load32x2U, MemArg, loadExtend(imm, 32, false))

} // namespace wasmc
