// The rules of exceptions: those of WebAssembly 3.0 (core spec 3.4.11) and
// those of the legacy instructions, whose handlers are parts of the block.

#include "FunctionValidator.h"

using namespace llvm;
using namespace wasmc;

const Tag *FunctionValidator::tag(uint32_t index) {
  if (index < module.tags.size())
    return &module.tags[index];
  unknown("tag", index);
  return nullptr;
}

bool FunctionValidator::Throw(const TagImm &imm) {
  if (!tag(imm.index) || !pop(module.payloadOf(imm.index)))
    return false;
  becomeUnreachable();
  return true;
}

bool FunctionValidator::ThrowRef(const NoneImm &) {
  if (!pop(ValType::exnref()))
    return false;
  becomeUnreachable();
  return true;
}

// The label must take the payload, then the reference.
bool FunctionValidator::checkCatch(const TryTableImm::Catch &clause) {
  if (clause.hasTag() && !tag(clause.tag))
    return false;
  const Frame *target = label(clause.depth);
  if (!target)
    return false;
  ArrayRef<ValType> types = target->labelTypes();
  ArrayRef<ValType> payload;
  if (clause.hasTag())
    payload = module.payloadOf(clause.tag);
  if (types.size() != payload.size() + clause.hasRef())
    return mismatch(Twine(types.size()) + " values for the label",
                    Twine(payload.size() + clause.hasRef()));
  for (auto [got, expected] : zip(payload, types))
    if (!matches(got, expected))
      return mismatch(toString(expected), toString(got));
  constexpr ValType caught(/*nullable=*/false, AbstractHeapType::Exn);
  if (clause.hasRef() && !matches(caught, types.back()))
    return mismatch(toString(types.back()), toString(caught));
  return true;
}

bool FunctionValidator::TryTable(const TryTableImm &imm) {
  for (const TryTableImm::Catch &clause : imm.catches)
    if (!checkCatch(clause))
      return false;
  return pushFrame(Opcode::TryTable, imm.block);
}

// Legacy. --------------------------------------------------------------------

bool FunctionValidator::Try(const BlockImm &imm) {
  return pushFrame(Opcode::Try, imm);
}

bool FunctionValidator::startHandler(Opcode kind, ArrayRef<ValType> params) {
  const Opcode before = frames.back().kind;
  if (before != Opcode::Try && before != Opcode::Catch)
    return errors.malformed(offset,
                            "END opcode expected, got " + opcodeText(kind));
  return continueFrame(kind, params);
}

bool FunctionValidator::Catch(const TagImm &imm) {
  return tag(imm.index) &&
         startHandler(Opcode::Catch, module.payloadOf(imm.index));
}

bool FunctionValidator::CatchAll(const NoneImm &) {
  return startHandler(Opcode::CatchAll, {});
}

// The label is one outside of the block.
bool FunctionValidator::Delegate(const LabelImm &imm) {
  if (frames.back().kind != Opcode::Try)
    return errors.malformed(offset, "END opcode expected, got delegate");
  if (!leaveFrame())
    return false;
  const Frame frame = frames.pop_back_val();
  updateTop();
  forgetInitialized(frame);
  return label(imm.depth);
}

bool FunctionValidator::Rethrow(const LabelImm &imm) {
  const Frame *target = label(imm.depth);
  if (!target)
    return false;
  if (target->kind != Opcode::Catch && target->kind != Opcode::CatchAll)
    return errors.invalid(offset, "invalid rethrow label");
  becomeUnreachable();
  return true;
}
