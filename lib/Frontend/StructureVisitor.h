// What makes code malformed rather than invalid, besides its bytes: parts of
// blocks that are out of place.

#ifndef WASMC_FRONTEND_STRUCTUREVISITOR_H
#define WASMC_FRONTEND_STRUCTUREVISITOR_H

#include "FunctionReader.h"

namespace wasmc {

// Accepts instructions whatever their types, but knows which block they are in.
class StructureVisitor : public AcceptingVisitor {
public:
  explicit StructureVisitor(ErrorSlot &errors) : errors(errors) {}

  void atOffset(uint64_t moduleOffset) { offset = moduleOffset; }
  bool Block(const BlockImm &) { return enter(Opcode::Block); }
  bool Loop(const BlockImm &) { return enter(Opcode::Loop); }
  bool If(const BlockImm &) { return enter(Opcode::If); }
  bool Try(const BlockImm &) { return enter(Opcode::Try); }
  bool TryTable(const TryTableImm &) { return enter(Opcode::TryTable); }
  bool Else(const NoneImm &) {
    return divide(Opcode::If, Opcode::Else, Opcode::Else);
  }
  bool Catch(const TagImm &) {
    return divide(Opcode::Try, Opcode::Catch, Opcode::Try);
  }
  bool CatchAll(const NoneImm &) {
    return divide(Opcode::Try, Opcode::CatchAll, Opcode::CatchAll);
  }
  bool Delegate(const LabelImm &) {
    return divide(Opcode::Try, Opcode::Delegate, Opcode::Delegate) && leave();
  }
  bool End(const NoneImm &) { return leave(); }

private:
  bool enter(Opcode kind) {
    blocks.push_back(kind);
    return true;
  }
  bool leave() {
    if (!blocks.empty()) // else it is the function's
      blocks.pop_back();
    return true;
  }
  // A part of the innermost block, which must be of that kind, begins; the
  // block is of the kind `next` then.
  bool divide(Opcode kind, Opcode part, Opcode next) {
    if (blocks.empty() || blocks.back() != kind)
      return errors.malformed(offset,
                              "END opcode expected, got " + opcodeText(part));
    blocks.back() = next;
    return true;
  }

  ErrorSlot &errors;
  llvm::SmallVector<Opcode, 16> blocks;
  uint64_t offset = 0;
};

} // namespace wasmc

#endif
