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

struct ScriptFunction;

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

  // Emits the fast way through a function of a C library, which goes on with
  // `body`, a function of the same type, where it does not apply.
  void emitKnown(KnownFunction known, llvm::Function *body);
  // Traps if an imported memory or table is smaller than the import demands.
  void checkImportedSizes();
  // Makes `elements` the table's storage.
  void placeTable(uint32_t tableidx, llvm::Value *elements);
  void pushReference(const Definition &function) {
    push(emitter.funcRef(function));
  }
  // Emits all of a function whose only IR parameter points to WasmcSlots: makes
  // a script's call with arguments from there, and leaves its results there
  // (ScriptProgram.cpp).
  void callOnSlots(const ScriptFunction &called);

private:
  using Value = llvm::Value;
  using Twine = llvm::Twine;
  using BasicBlock = llvm::BasicBlock;

  // What catches the exceptions of a try's body. Its dispatch compares tags
  // one after another, and passes on what it does not catch.
  struct Handler {
    Handler *outer = nullptr; // gets what this one does not catch
    // The tags that are caught here; a null pointer catches all.
    llvm::SmallVector<llvm::Constant *, 2> clauses;
    llvm::LandingPadInst *pad = nullptr; // made for the first call
    // Made when something can be thrown here, with phis of the exception and of
    // the selector that tells its tag.
    BasicBlock *dispatch = nullptr;
    llvm::PHINode *exception = nullptr, *selector = nullptr;
    // Where the comparing goes on; null after a clause that catches all.
    BasicBlock *tail = nullptr;
  };

  // A label and what happens at its end.
  struct Frame {
    enum class Kind : uint8_t {
      Function,
      Block,
      Loop,
      If,
      Else,
      TryTable,
      Try,
      Catch, // a handler of a legacy try
    };
    Kind kind;
    llvm::ArrayRef<ValType> params, results;
    size_t height; // of the operand stack below the parameters
    // Where it began, but for the function's; and the writes to locals before.
    BasicBlock *before = nullptr;
    uint32_t start = 0;
    // Where a branch to the label goes: made by the first one (a loop's exists
    // from the start), with the phis of the label's values.
    BasicBlock *target = nullptr;
    llvm::SmallVector<llvm::PHINode *, 2> phis;
    // Of an `if`: the block of the else branch, and its parameters.
    BasicBlock *elseBlock = nullptr;
    llvm::SmallVector<Value *, 2> elseParams;
    // What catches an exception thrown in the frame itself; may be null.
    Handler *handler = nullptr;
    // Of a try: its own handler.
    Handler *own = nullptr;
    llvm::SmallVector<TryTableImm::Catch, 2> catches; // of a try_table
    // Of a legacy handler: what it caught, and the call that gives it up.
    Value *caught = nullptr;
    llvm::CallInst *release = nullptr;
  };

  // --- operand stack (FunctionEmitter.cpp) ---
  Value *pop() { return stack.pop_back_val(); }
  void push(Value *value) { stack.push_back(value); }
  void declareParams();
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
  // Takes the branch to the label if `condition` holds.
  void branchIf(Value *condition, const LabelImm &imm);
  void pushFrame(Frame::Kind kind, const BlockImm &imm);
  void closeFrame();
  void emitReturn();
  void finishFunction();

  // --- traps (EmitTrap.cpp) ---
  // The cold block that traps with `trap`, shared by the function.
  BasicBlock *trapBlock(Trap trap);
  // Traps if `condition` holds; goes on in a new block.
  void trapIf(Value *condition, Trap trap);
  llvm::MDNode *unlikely();

  // --- exceptions (EmitException.cpp) ---
  // A call that may throw, to the innermost handler.
  llvm::CallBase *throwingCall(llvm::FunctionCallee callee,
                               llvm::ArrayRef<Value *> arguments);
  BasicBlock *landingPad(Handler &handler);
  BasicBlock *dispatchOf(Handler &handler);
  void enterTry(Frame::Kind kind, const BlockImm &imm);
  void endTryBody(Frame &frame);
  void endTry(Frame &frame);
  void addClause(Handler &handler, llvm::Constant *tag, BasicBlock *block);
  void passOn(Handler &handler);
  void emitCatch(Handler &own, const TryTableImm::Catch &clause);
  // Begins the handler of a tag, or of all.
  void startHandler(std::optional<uint32_t> tagidx);
  void pushPayload(uint32_t tagidx, Value *exception);
  llvm::CallInst *callWithException(RuntimeFunction function, Value *exception);
  void emitThrow(RuntimeFunction function, Value *exception);
  // Fills in the clauses of the landing pads, which know them all in the end.
  void addClauses(const Handler &handler);
  void finishHandlers();

  // --- calls (EmitCall.cpp) ---
  // Pops the arguments and stores those that are passed in memory.
  llvm::SmallVector<Value *, 8> popArguments(llvm::CallingConv::ID convention,
                                             const FuncType &type);
  llvm::CallingConv::ID conventionOf(llvm::FunctionCallee callee) const;
  // Whether calls by that convention pass the instance; C's are not to guests.
  bool passesInstance(llvm::CallingConv::ID convention) const {
    return emitter.passesInstance() && convention != llvm::CallingConv::C;
  }
  void emitCall(llvm::FunctionCallee callee, const FuncType &type);
  Value *slot(size_t index); // of callOnSlots()
  // Before a call of the runtime's WASI functions (EmitImports.cpp).
  void switchWasiMemory();
  void emitWideMultiply(uint32_t funcidx, const WideMultiply &multiply);
  // Leaves the function for `callee`, whose results are the function's.
  void emitTailCall(llvm::FunctionCallee callee, const FuncType &type);
  // Checks the table's element and pops its index.
  llvm::FunctionCallee indirectCallee(const CallIndirectImm &imm);
  // Checks the reference and pops it.
  llvm::FunctionCallee referencedCallee(const TypeImm &imm);
  // The code of a WasmcFunc, which has the type.
  llvm::FunctionCallee codeOf(Value *record, uint32_t typeidx);
  Value *loadFuncField(Value *record, FuncField field, bool constant);
  // Traps unless the function has the type.
  void checkSignature(Value *record, uint32_t typeidx);
  // The block that reports a failed signature check, and its phi of the type
  // that was found.
  BasicBlock *signatureMismatch(Value *found);

  // --- memory (MemoryAccess.cpp) ---
  // The address of `bytes` bytes at `index` + imm.offset.
  Value *address(const MemArgImm &imm, Value *index, uint64_t bytes);
  Value *memoryBase(uint32_t memidx);
  Value *memoryField(uint32_t memidx, MemoryField field);
  // A pointer to [index, index + size) of the memory, or a trap.
  Value *checkedRange(uint32_t memidx, Value *index, Value *size);
  // Traps unless [index, index + size) lies within [0, limit).
  void checkRange(Value *index, Value *size, Value *limit, Trap trap);
  Value *toI64(Value *value) {
    return builder.CreateZExt(value, builder.getInt64Ty());
  }
  // A size, as the instruction that asks for it returns it.
  Value *addressValue(Value *value, bool is64) {
    return builder.CreateZExtOrTrunc(value, is64 ? builder.getInt64Ty()
                                                 : builder.getInt32Ty());
  }
  void load(const MemArgImm &imm, llvm::Type *memoryType, llvm::Type *type,
            bool isSigned);
  void store(const MemArgImm &imm, llvm::Type *memoryType);

  // --- functions of C libraries (EmitKnown.cpp, EmitKnownScan.cpp) ---
  // What is to be stored as a piece of that type at the distance.
  using PieceAt = llvm::function_ref<Value *(llvm::Type *, Value *)>;
  struct Scan {
    BasicBlock *before; // where it began
    BasicBlock *body;   // where it goes on when memory ends first
    Value *at;          // how far all has been looked at then
    Value *distance;    // how far away the byte was found
  };
  // The bits of those bytes that end the scan, given a piece from each start.
  using StopsIn = llvm::function_ref<Value *(llvm::ArrayRef<Value *>)>;
  Value *knownParam(uint32_t index); // in 64 bits
  Value *knownPointer(Value *index);
  Value *knownBytes(); // the size of memory
  Value *isInMemory(Value *index, Value *size);
  void returnIf(Value *isDone, llvm::function_ref<Value *()> finish);
  BasicBlock *whereAtMost(Value *size, uint64_t most);
  void storeEnds(Value *target, Value *size, llvm::Type *piece, unsigned count,
                 PieceAt pieceAt);
  void storeFew(Value *target, Value *size, Value *result, PieceAt pieceAt);
  void copyInMemory(Value *to, Value *from, Value *size, bool mayOverlap,
                    Value *result);
  void emitKnownFill();
  void emitKnownWay(KnownFunction known);
  void returnKnown(Value *result);
  Value *lastPiece(llvm::ArrayRef<Value *> starts);
  Scan emitScan(llvm::ArrayRef<Value *> starts, Value *size, StopsIn stops);
  Value *bitsOf(Value *lanes);
  void advance(unsigned local, Value *change);
  void emitKnownSearch(KnownFunction known);
  void emitKnownComparison(KnownFunction known);
  void emitKnownStringCopy();
  // A call of the known function, unless the first bytes differ.
  void emitStringComparison(uint32_t funcidx);

  // --- atomic accesses (EmitAtomic.cpp) ---
  // Pops the index and checks alignment and bounds.
  Value *atomicAddress(const MemArgImm &imm, llvm::Type *memoryType);
  llvm::LoadInst *emitAtomicLoad(Value *pointer, llvm::Type *memoryType);
  void atomicLoad(const MemArgImm &imm, llvm::Type *memoryType,
                  llvm::Type *type);
  void atomicStore(const MemArgImm &imm, llvm::Type *memoryType);
  void atomicRmw(const MemArgImm &imm, llvm::Type *memoryType,
                 llvm::AtomicRMWInst::BinOp op);
  void atomicCompareExchange(const MemArgImm &imm, llvm::Type *memoryType);
  void atomicWait(const MemArgImm &imm, llvm::Type *memoryType,
                  RuntimeFunction wait);

  // --- tables (EmitTable.cpp) ---
  bool isConstantTable(uint32_t tableidx) const {
    return emitter.plan.constantTables[tableidx].has_value();
  }
  Value *tableField(uint32_t tableidx, TableField field);
  Value *tableSize(uint32_t tableidx);
  void checkTableRange(uint32_t tableidx, Value *index, Value *size);
  Value *tableSlot(uint32_t tableidx, Value *index);

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
  // An i128 as two i64 on the stack, the high half on top.
  Value *popWide();
  void pushWide(Value *wide);
  void wideBinary(llvm::Instruction::BinaryOps op);
  void wideMultiply(llvm::Instruction::CastOps extend);
  void convert(llvm::Instruction::CastOps op, llvm::Type *type);
  void signExtend(unsigned bits);
  // Valid operands lie strictly between `low` and `high`.
  void truncate(bool isSigned, llvm::Type *type, double low, double high);
  void truncateSaturating(bool isSigned, llvm::Type *type);

  // --- v128 (EmitSimd.cpp) ---
  // On the operand stack a v128 is 16 bytes; instructions see it as lanes.
  using Lanes = llvm::FixedVectorType;
  Lanes *intLanes(unsigned bits);
  Lanes *floatLanes(unsigned bits);
  // The same 128 bits as another vector type.
  Value *as(Value *vector, Lanes *lanes);
  Value *popLanes(Lanes *lanes) { return as(pop(), lanes); }
  void pushLanes(Value *vector) { push(as(vector, intLanes(8))); }
  // Lends the top `count` values as lanes to `emit`, a method for scalars that
  // LLVM can do on vectors as well, and takes its result back.
  template <class Emit> void lanewise(Lanes *lanes, unsigned count, Emit emit) {
    for (Value *&value : llvm::MutableArrayRef(stack).take_back(count))
      value = as(value, lanes);
    emit();
    pushLanes(pop());
  }
  Value *splat(Lanes *lanes, Value *scalar);
  void extractLane(Lanes *lanes, uint8_t lane, bool isSigned);
  void replaceLane(Lanes *lanes, uint8_t lane);
  void laneCompare(Lanes *lanes, llvm::CmpInst::Predicate predicate);
  void laneShift(Lanes *lanes, llvm::Instruction::BinaryOps op);
  void allTrue(Lanes *lanes);
  void bitmask(Lanes *lanes);
  void bitselect();
  // The bytes of `vector` at `indices`, 0 where bit 7 of an index is set;
  // otherwise its low four bits count.
  Value *shuffleBytes(Value *vector, Value *indices);

  // --- v128 integers of two widths (EmitSimdWiden.cpp) ---
  Value *everyOtherLane(Value *vector, unsigned first);
  Value *half(Value *vector, bool isHigh);
  // The lanes of `vector`, each twice as wide.
  Value *extended(Value *vector, bool isSigned);
  void narrow(Lanes *from, bool isSigned);
  void extend(Lanes *from, bool isHigh, bool isSigned);
  void extendMultiply(Lanes *from, bool isHigh, bool isSigned);
  void average(Lanes *lanes);
  // Sums of pairs of products: i16 by i16, exact but for one wrapping case, and
  // u8 by i8, saturated.
  Value *dot16(Value *left, Value *right);
  Value *dot8(Value *unsignedBytes, Value *signedBytes);
  // (left * right + 0x4000) >> 15 in i16 lanes; -1 * -1 wraps to -1.
  Value *multiplyRound(Value *left, Value *right);

  // --- v128 floats (EmitSimdFloat.cpp, EmitSimdConvert.cpp) ---
  // predicate(left, right) ? left : right: minps or maxps.
  Value *pick(llvm::CmpInst::Predicate predicate, Value *left, Value *right);
  void laneMinMax(bool isMin);
  void pseudoMinMax(llvm::CmpInst::Predicate predicate);
  void relaxedMinMax(llvm::CmpInst::Predicate predicate);
  void multiplyAdd(bool isNegated);
  // cvttps2dq or cvttpd2dq: 0x80000000 for what is no i32. The latter also sets
  // the high lanes to 0.
  Value *truncateLanes(Value *floats);
  void truncateUnsigned32();
  void truncateUnsigned64();

  // --- v128 memory (EmitSimdMemory.cpp) ---
  void loadExtend(const MemArgImm &imm, unsigned bits, bool isSigned);
  void loadSplat(const MemArgImm &imm, unsigned bits);
  void loadZero(const MemArgImm &imm, unsigned bits);
  void loadLane(const MemArgLaneImm &imm, unsigned bits);
  void storeLane(const MemArgLaneImm &imm, unsigned bits);

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
  std::vector<std::unique_ptr<Handler>> handlers;
  Handler *handler = nullptr; // the innermost
  llvm::DenseMap<unsigned, BasicBlock *> trapBlocks;
  BasicBlock *mismatchBlock = nullptr;
  llvm::PHINode *mismatchType = nullptr;
  llvm::MDNode *unlikelyWeights = nullptr;
  // Of memories that do not lie at a constant address: read once, in the entry.
  llvm::DenseMap<uint32_t, Value *> loadedBases;
};

} // namespace wasmc

#endif
