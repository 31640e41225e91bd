// Emits one function body as LLVM IR: a visitor of validated instructions with
// one method for each row of Opcodes.def, spread by family over Emit*.cpp.
// Forgetting one is a link error that names it.
//
// It is only told of reachable instructions, trusts their types, and keeps the
// operand stack as SSA values. Linear memory addresses are made in
// MemoryAccess.cpp and nowhere else.

#ifndef WASMC_CODEGEN_FUNCTIONEMITTER_H
#define WASMC_CODEGEN_FUNCTIONEMITTER_H

#include "Frontend/Immediates.h"
#include "LocalSSA.h"
#include "ModuleEmitter.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/IRBuilder.h"

namespace wasmc {

class FunctionEmitter {
public:
  // `function` is empty and has the IR type of `type`.
  FunctionEmitter(ModuleEmitter &emitter, llvm::Function *function,
                  const FuncType &type);

  // --- the visitor (see FunctionReader.h) ---
  void locals(uint32_t count, ValType type);
  void atOffset(uint64_t offset) {}
#define OPCODE(prefix, code, Name, text, Immediate, signature, Feature)        \
  void Name(const Immediate##Imm &imm);
#include "Frontend/Opcodes.def"

private:
  using Value = llvm::Value;
  using Twine = llvm::Twine;
  using BasicBlock = llvm::BasicBlock;

  // A label and what happens at its end.
  struct Frame {
    enum class Kind : uint8_t { Function, Block, Loop, If, Else };
    Kind kind;
    llvm::ArrayRef<ValType> params, results;
    size_t height; // of the operand stack below the parameters
    // Where a branch to the label goes: made by the first one (a loop's exists
    // from the start), with the phis of the label's values.
    BasicBlock *target = nullptr;
    llvm::SmallVector<llvm::PHINode *, 2> phis;
    // Of an `if`: the block of the else branch, and its parameters.
    BasicBlock *elseBlock = nullptr;
    llvm::SmallVector<Value *, 2> elseParams;
  };

  // --- operand stack (FunctionEmitter.cpp) ---
  Value *pop() { return stack.pop_back_val(); }
  void push(Value *value) { stack.push_back(value); }
  void popValues(size_t count, llvm::SmallVectorImpl<Value *> &values);
  llvm::ArrayRef<Value *> top(size_t count) {
    return llvm::ArrayRef<Value *>(stack).take_back(count);
  }
  Value *constantI32(uint32_t value) { return builder.getInt32(value); }

  // --- blocks and labels (EmitControl.cpp) ---
  BasicBlock *createBlock(const char *name);
  // Continues in `block`, whose only predecessor is the current one.
  void continueIn(BasicBlock *block, BasicBlock *predecessor);
  bool isTerminated() const { return builder.GetInsertBlock() == nullptr; }
  void terminated() { builder.ClearInsertionPoint(); }
  Frame &label(uint32_t depth) { return frames[frames.size() - 1 - depth]; }
  llvm::ArrayRef<ValType> labelTypes(const Frame &frame) const {
    return frame.kind == Frame::Kind::Loop ? frame.params : frame.results;
  }
  BasicBlock *branchTarget(Frame &frame);
  // Adds the edge from the current block to the label, with its values; does
  // not emit the branch itself.
  BasicBlock *addEdge(Frame &frame);
  void pushFrame(Frame::Kind kind, const BlockImm &imm);
  void emitReturn();
  void finishFunction();

  // --- traps (EmitTrap.cpp) ---
  // The cold block that traps with `trap`, shared by the function.
  BasicBlock *trapBlock(Trap trap);
  // Traps if `condition` holds; goes on in a new block.
  void trapIf(Value *condition, Trap trap);
  llvm::MDNode *unlikely();

  // --- calls (EmitCall.cpp) ---
  void emitCall(llvm::FunctionCallee callee, const FuncType &type);
  Value *loadFuncField(Value *record, FuncField field, bool constant);
  // The block that reports a failed signature check, and its phi of the type
  // that was found.
  BasicBlock *signatureMismatch(Value *found);

  // --- memory (MemoryAccess.cpp) ---
  // The address of `bytes` bytes at `index` + imm.offset.
  Value *address(const MemArgImm &imm, Value *index);
  Value *memoryBase();
  Value *memoryField(MemoryField field);
  // A pointer to [index, index + size) of memory, or a trap.
  Value *checkedRange(Value *index, Value *size);
  void load(const MemArgImm &imm, llvm::Type *memoryType, llvm::Type *type,
            bool isSigned);
  void store(const MemArgImm &imm, llvm::Type *memoryType);

  // --- tables (EmitTable.cpp) ---
  bool isConstantTable(uint32_t tableidx) const {
    return emitter.plan.constantTables[tableidx].has_value();
  }
  Value *tableField(uint32_t tableidx, TableField field);
  Value *tableSize(uint32_t tableidx);
  void checkTableRange(uint32_t tableidx, Value *index, Value *size);
  Value *tableSlot(uint32_t tableidx, Value *index);
  void copyTableElements(const TableTableImm &imm, Value *destination,
                         Value *source, Value *size);

  // --- numeric helpers ---
  void binary(llvm::Instruction::BinaryOps op);
  void shift(llvm::Instruction::BinaryOps op);
  void rotate(llvm::Intrinsic::ID funnel);
  void compare(llvm::CmpInst::Predicate predicate);
  void isZero();
  void unaryIntrinsic(llvm::Intrinsic::ID id);
  void binaryIntrinsic(llvm::Intrinsic::ID id);
  void countZeros(llvm::Intrinsic::ID id);
  void divide(bool isSigned);
  void remainder(bool isSigned);
  void floatBinary(llvm::Instruction::BinaryOps op);
  void negate();
  void minMax(bool isMin);
  void convert(llvm::Instruction::CastOps op, llvm::Type *type);
  void signExtend(unsigned bits);
  // Valid operands lie strictly between `low` and `high`.
  void truncate(bool isSigned, llvm::Type *type, double low, double high);
  void truncateSaturating(bool isSigned, llvm::Type *type);

  // A load or a call result that tells nothing yet about aliasing.
  llvm::LoadInst *loadState(llvm::Type *type, Value *pointer,
                            const Twine &name = "");
  void storeState(Value *value, Value *pointer);

  ModuleEmitter &emitter;
  llvm::LLVMContext &context;
  llvm::Function *function;
  const FuncType &type;
  llvm::IRBuilder<> builder;
  LocalSSA ssa;
  llvm::SmallVector<ValType, 16> localTypes;
  llvm::SmallVector<Value *, 32> stack;
  std::vector<Frame> frames;
  llvm::DenseMap<unsigned, BasicBlock *> trapBlocks;
  BasicBlock *mismatchBlock = nullptr;
  llvm::PHINode *mismatchType = nullptr;
  llvm::MDNode *unlikelyWeights = nullptr;
  Value *loadedBase = nullptr; // memoryBase=Load: read once, in the entry
};

} // namespace wasmc

#endif
