// Keeps loads as wide as the module says; the header has the reason.

#include "WholeLoads.h"
#include "TrapLiveness.h"
#include "llvm/Analysis/DemandedBits.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/IRBuilder.h"
#include "llvm/IR/InlineAsm.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"

using namespace llvm;

namespace wasmc {

// Whether a user needs the last lane of the vector for certain: without it,
// memory behind what is needed may stay unread.
static bool needsLastLane(const Value &vector) {
  unsigned lanes = cast<FixedVectorType>(vector.getType())->getNumElements();
  return any_of(vector.users(), [&](const User *user) {
    if (isa<CastInst>(user))
      return isa<FixedVectorType>(user->getType()) && needsLastLane(*user);
    if (auto *extract = dyn_cast<ExtractElementInst>(user)) {
      auto *index = dyn_cast<ConstantInt>(extract->getIndexOperand());
      return index && index->equalsInt(lanes - 1);
    }
    if (auto *shuffle = dyn_cast<ShuffleVectorInst>(user)) {
      unsigned last =
          shuffle->getOperand(0) == &vector ? lanes - 1 : 2 * lanes - 1;
      return is_contained(shuffle->getShuffleMask(), int(last));
    }
    // A constant operand may make lanes useless.
    bool hasConstant = any_of(user->operands(), [](const Use &use) {
      return isa<Constant>(use) && !isa<Function>(use);
    });
    return isa<StoreInst>(user) || !hasConstant;
  });
}

// Puts `asm ""` between the load and its users, in the register of its size.
static void hideFromSelection(LoadInst &load) {
  load.setVolatile(true);
  Type *type = load.getType();
  unsigned bits = type->getPrimitiveSizeInBits();
  // Others are the vectoriser's own, and no register has just that size.
  if (bits > 128 || !isPowerOf2_32(bits))
    return;
  bool isVector = bits == 128;
  IRBuilder<> builder(load.getNextNode());
  Type *registerType = isVector ? type : builder.getIntNTy(bits);
  InlineAsm *identity =
      InlineAsm::get(FunctionType::get(registerType, {registerType}, false), "",
                     isVector ? "=x,0" : "=r,0", /*hasSideEffects=*/false);
  auto *bitsOfLoad =
      new BitCastInst(&load, registerType, "", builder.GetInsertPoint());
  CallInst *hidden = builder.CreateCall(identity, {bitsOfLoad});
  hidden->setDoesNotThrow();
  Value *value = builder.CreateBitCast(hidden, type);
  load.replaceUsesWithIf(value,
                         [&](Use &use) { return use.getUser() != bitsOfLoad; });
}

void keepVectorLoadsWhole(Function &function) {
  for (Instruction &instruction : make_early_inc_range(instructions(function)))
    if (auto *load = dyn_cast<LoadInst>(&instruction);
        load && load->getType()->isVectorTy() && mayTrap(*load) &&
        !load->use_empty() && !needsLastLane(*load))
      hideFromSelection(*load);
}

static bool needsLastByte(Instruction &value, DemandedBits &demanded) {
  Type *type = value.getType();
  if (type->isIntegerTy()) {
    unsigned width = type->getIntegerBitWidth();
    return width <= 8 || demanded.getDemandedBits(&value).countl_zero() < 8;
  }
  if (type->isFloatingPointTy()) // narrowed only as the bits of an integer
    return any_of(value.users(), [&](User *user) {
      auto *cast = dyn_cast<BitCastInst>(user);
      return !cast || !cast->getType()->isIntegerTy() ||
             needsLastByte(*cast, demanded);
    });
  return true;
}

PreservedAnalyses WholeLoadsPass::run(Function &function,
                                      FunctionAnalysisManager &analyses) {
  DemandedBits &demanded = analyses.getResult<DemandedBitsAnalysis>(function);
  for (Instruction &instruction : instructions(function))
    if (auto *load = dyn_cast<LoadInst>(&instruction);
        load && mayTrap(*load) && !needsLastByte(*load, demanded))
      load->setVolatile(true);
  keepVectorLoadsWhole(function);
  return PreservedAnalyses::none();
}

} // namespace wasmc
