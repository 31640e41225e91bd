// Validates function bodies (core spec 3.4 and the algorithm of appendix A.3)
// and forwards what it accepted: a body is decoded, validated and consumed in
// one pass, with nothing stored and no recursion.

#ifndef WASMC_FRONTEND_FUNCTIONVALIDATOR_H
#define WASMC_FRONTEND_FUNCTIONVALIDATOR_H

#include "FunctionReader.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/Error.h"

namespace wasmc {

// The rules. A type stack, a control stack, and for each instruction either its
// signature or a method of its own.
class FunctionValidator {
public:
  FunctionValidator(const Module &module, ErrorSlot &errors)
      : module(module), errors(errors) {}

  // Starts an expression that has these results; a function also has
  // parameters, its first locals.
  void begin(llvm::ArrayRef<ValType> params, llvm::ArrayRef<ValType> results);
  void addLocals(uint32_t count, ValType type) { locals.append(count, type); }

  // Where the instructions that follow stand, for errors.
  void atOffset(uint64_t moduleOffset) { offset = moduleOffset; }
  uint64_t currentOffset() const { return offset; }

  // Whether the next instruction can be reached.
  bool isLive() const { return live; }
  // Whether the innermost block began in reachable code: its `else` and `end`
  // are forwarded even if what precedes them is not.
  bool isFrameForwarded() const { return !frames.back().dead; }

  // The rule of every row with a signature: one path, out of line, because a
  // visitor has some 150 of them.
  bool bySignature(Signature signature);

  // What there is to check of an immediate besides the signature.
  template <class Imm> bool checkImmediate(const Imm &, Signature) {
    return true;
  }
  bool checkImmediate(const MemArgImm &imm, Signature signature);
  bool checkImmediate(const MemArgLaneImm &imm, Signature signature);
  bool checkImmediate(const LaneImm &imm, Signature signature);
  bool checkImmediate(const ShuffleImm &imm, Signature);
  bool checkImmediate(const MemoryImm &imm, Signature) {
    return checkMemory(imm.index);
  }

  // The rule of each `special` row; the others are declared but have no
  // definition.
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  bool Name(const Immediate##Imm &imm);
#include "Opcodes.def"

private:
  struct Frame {
    // Block (also the function itself), Loop, If, Else, TryTable, Try, Catch or
    // CatchAll
    Opcode kind;
    bool unreachable = false; // after br, return, ...: the stack is polymorphic
    bool dead;                // began in unreachable code
    size_t height;            // of the type stack below the block
    size_t numInitialized;    // when it began
    BlockImm type;
    llvm::ArrayRef<ValType> labelTypes() const {
      return kind == Opcode::Loop ? type.params : type.results;
    }
  };

  void push(ValType type) { stack.push_back(type); }
  void push(llvm::ArrayRef<ValType> types) {
    stack.append(types.begin(), types.end());
  }
  bool pop(ValType expected) {
    if (LLVM_LIKELY(stack.size() > height && stack.back() == expected)) {
      stack.pop_back();
      return true;
    }
    return popSlow(expected);
  }
  bool popSlow(ValType expected);
  bool popAny(ValType &type);
  bool popReference(ValType &type);
  bool pop(llvm::ArrayRef<ValType> types);
  bool popAndPush(llvm::ArrayRef<ValType> types);
  bool topIs(llvm::ArrayRef<ValType> types) const;
  bool pushFrame(Opcode kind, const BlockImm &type);
  // Checks that the block leaves its results, which stay, and nothing else.
  bool leaveFrame();
  // Goes on with the next part of the block, which takes `params`.
  bool continueFrame(Opcode kind, llvm::ArrayRef<ValType> params);
  void becomeUnreachable();
  void updateTop();

  const Frame *label(uint32_t depth);
  bool checkBranchTarget(llvm::ArrayRef<ValType> types);
  // Also makes the memory's address type that of the instruction.
  bool checkMemory(uint32_t index);
  // Of `a` in signatures.
  ValType operandType(ValType::Kind kind) const {
    return kind == Signature::addressKind ? addressType : ValType(kind);
  }
  bool checkLane(unsigned lane, unsigned count);
  bool callee(const TypeImm &imm);
  bool indirectCallee(const CallIndirectImm &imm);
  bool call(const FuncType &type);
  bool tailCall(const FuncType &type);
  const Table *table(uint32_t index);
  const ElemSegment *elem(uint32_t index);
  bool checkData(uint32_t index);
  const Tag *tag(uint32_t index);
  bool startHandler(Opcode kind, llvm::ArrayRef<ValType> params);
  bool checkCatch(const TryTableImm::Catch &clause);
  const ValType *local(uint32_t index);
  void initialize(uint32_t index);
  void forgetInitialized(const Frame &frame);
  bool mismatch(const llvm::Twine &expected, const llvm::Twine &got);
  // The same of an operand; `got` is Bottom if the stack is empty.
  bool operandMismatch(ValType expected, ValType got);
  bool unknown(const char *what, uint64_t index);

  const Module &module;
  ErrorSlot &errors;
  uint64_t offset = 0;
  ValType addressType; // of the memory that the instruction uses
  bool live = true;    // of the top frame, at hand
  size_t height = 0;   // of the top frame, at hand
  llvm::SmallVector<ValType, 64> stack;
  llvm::SmallVector<Frame, 16> frames;
  llvm::SmallVector<ValType, 32> locals;
  // The locals without a default value that have got one, in that order.
  llvm::SmallVector<uint32_t, 0> initialized;
  llvm::DenseSet<uint32_t> isInitialized;
};

// Validates each instruction, then hands it to `inner` if it can be reached.
// Blocks begun in unreachable code are left out whole; of a block whose rest
// became unreachable, what divides and closes it is still forwarded.
template <class Inner> class ValidatingVisitor {
public:
  ValidatingVisitor(FunctionValidator &validator, Inner &inner)
      : validator(validator), inner(inner) {}

  void atOffset(uint64_t offset) { validator.atOffset(offset); }
  bool locals(uint32_t count, ValType type) {
    validator.addLocals(count, type);
    inner.locals(count, type);
    return true;
  }

#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  bool Name(const Immediate##Imm &imm) {                                       \
    constexpr bool isPart =                                                    \
        dividesBlock(Opcode::Name) || closesBlock(Opcode::Name);               \
    const bool forward =                                                       \
        isPart ? validator.isFrameForwarded() : validator.isLive();            \
    if constexpr (Signature::isSpecial(#signature)) {                          \
      if (!validator.Name(imm))                                                \
        return false;                                                          \
    } else {                                                                   \
      constexpr Signature parsed = Signature::parse(#signature);               \
      if (!validator.checkImmediate(imm, parsed) ||                            \
          !validator.bySignature(parsed))                                      \
        return false;                                                          \
    }                                                                          \
    if (forward) {                                                             \
      inner.atOffset(validator.currentOffset());                               \
      inner.Name(imm);                                                         \
    }                                                                          \
    return true;                                                               \
  }
#include "Opcodes.def"

private:
  FunctionValidator &validator;
  Inner &inner;
};

// "in function 12 'foo'"
std::string functionContext(const Module &module, uint32_t funcidx);

// Streams the body of a defined function, validated, into `inner`, which has
//     void locals(uint32_t count, ValType type);  // each group of locals
//     void atOffset(uint64_t moduleOffset);       // before each instruction
//     void Name(ImmediateImm imm);                // for each row, see above
// The last call is the function's own `End`. Returns a WasmError if the body
// is at fault.
template <class Inner>
llvm::Error visitFunction(const Module &module, uint32_t funcidx,
                          const ReaderOptions &options, Inner &inner) {
  const Function &function = module.functions[funcidx];
  const FuncType &type = module.typeOfFunction(funcidx);
  ErrorSlot errors;
  Decoder in(function.body, function.bodyOffset, options, module.canonicalTypes,
             errors);
  FunctionValidator validator(module, errors);
  validator.begin(type.params, type.results);
  ValidatingVisitor<Inner> visitor(validator, inner);
  CodeReader<ValidatingVisitor<Inner>> reader(module, in, errors, visitor);
  if (reader.readBody(type.params.size()))
    return llvm::Error::success();
  return errors.take(functionContext(module, funcidx) + reader.errorPlace());
}

} // namespace wasmc

#endif
