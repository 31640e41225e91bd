// Which bytes of linear memory an access is to; see the header.

#include "HeapPlaces.h"
#include "llvm/IR/Operator.h"
#include "llvm/IR/PatternMatch.h"

using namespace llvm;
using namespace llvm::PatternMatch;

namespace wasmc {

// Bytes that a variable part spans: what spans more is as good as anywhere.
static constexpr uint64_t maxSpan = 1 << 20;

bool PlaceReader::addVariable(const ConstantRange &range) {
  APInt span = range.getSignedMax() - range.getSignedMin();
  if (span.uge(maxSpan))
    return false;
  place.low += uint32_t(range.getSignedMin().getSExtValue());
  place.bytes += uint32_t(span.getZExtValue());
  place.isVariable = true;
  return true;
}

// A part that is never large.
bool PlaceReader::addSmall(Value *term) {
  return !isa<Constant>(term) &&
         addVariable(evolution.getSignedRange(evolution.getSCEV(term)));
}

void PlaceReader::addIndex(Value *index) {
  Value *left, *right;
  const APInt *constant;
  for (;;) {
    if (match(index, m_Add(m_Value(left), m_APInt(constant)))) {
      place.low += uint32_t(constant->getZExtValue());
      index = left;
    } else if (!match(index, m_Add(m_Value(left), m_Value(right)))) {
      break;
    } else if (addSmall(right)) {
      index = left;
    } else if (addSmall(left)) {
      index = right;
    } else {
      break;
    }
  }
  place.root = index;
}

bool PlaceReader::addInteger(Value *value) {
  Value *left, *right;
  if (auto *constant = dyn_cast<ConstantInt>(value)) {
    place.offset += constant->getSExtValue();
    return true;
  }
  if (match(value, m_Add(m_Value(left), m_Value(right))))
    return addInteger(left) && addInteger(right);
  if (match(value, m_PtrToInt(m_Value(left))))
    return addPointer(left);
  if (addSmall(value))
    return true;
  if (place.root || !match(value, m_ZExt(m_Value(left))) ||
      !left->getType()->isIntegerTy(32))
    return false;
  addIndex(left);
  return true;
}

bool PlaceReader::addPointer(Value *pointer) {
  while (auto *gep = dyn_cast<GEPOperator>(pointer)) {
    APInt constant(64, 0);
    if (gep->accumulateConstantOffset(layout, constant))
      place.offset += constant.getSExtValue();
    else if (gep->getNumIndices() != 1 ||
             !gep->getSourceElementType()->isIntegerTy(8) ||
             !addInteger(gep->getOperand(1)))
      return false;
    pointer = gep->getPointerOperand();
  }
  if (auto *integer = dyn_cast<Operator>(pointer);
      integer && integer->getOpcode() == Instruction::IntToPtr)
    return addInteger(integer->getOperand(0));
  if (place.base)
    return false;
  place.base = pointer;
  return true;
}

std::optional<Place> PlaceReader::read(Value *pointer, Type *type) {
  place = Place();
  place.bytes = uint32_t(layout.getTypeStoreSize(type));
  if (!addPointer(pointer))
    return std::nullopt;
  if (!place.base)
    place.offset -= int64_t(memoryBase);
  place.low += uint32_t(place.offset);
  return place;
}

} // namespace wasmc
