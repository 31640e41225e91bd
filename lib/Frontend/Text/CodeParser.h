// Instructions and expressions of the text format (spec 6.5), flat and folded,
// with a stack of its own, so that input may nest as deeply as it likes.

#ifndef WASMC_FRONTEND_TEXT_CODEPARSER_H
#define WASMC_FRONTEND_TEXT_CODEPARSER_H

#include "../Immediates.h"
#include "TypeParser.h"

namespace wasmc {

// A hint for the branch at `offset` of a function's body.
struct BranchHint {
  uint32_t offset;
  std::string bytes;
};

class CodeParser : public TypeParser {
protected:
  using TypeParser::TypeParser;

  // Instructions up to a closing parenthesis that closes none of them, which
  // stays, and the `end` opcode; they go to `out`. The context is `locals`.
  bool parseExpression(MarkedBytes &out);
  // "(instr)", one folded instruction, and the `end` opcode.
  bool parseFoldedExpression(MarkedBytes &out);

  llvm::StringMap<uint32_t> locals;
  std::vector<BranchHint> hints;
  bool usesDataIndex = false; // so that there must be a data count section

private:
  // What an instruction that is not closed yet waits for.
  enum class FrameKind : uint8_t {
    // Closed by `end`:
    FlatBlock, // also an `if` after its `else` and a `try` after its
               // `catch_all`
    FlatIf,
    FlatTry,
    FlatCatch,
    // Closed by a parenthesis:
    Operands,    // of a folded instruction
    Block,       // (block instr*)
    IfCondition, // (if instr* (then instr*) (else instr*)?)
    Then,
    AfterThen,
    Else,
    AfterElse,
    TryStart, // (try (do instr*) (catch x instr*)* (catch_all instr*)?)
    Do,
    AfterDo,
    Catch,
    AfterCatch,
    CatchAll,
    AfterCatchAll,
    Delegated, // (try (do instr*) (delegate l)
  };
  struct Frame {
    FrameKind kind;
    uint32_t source;      // where the instruction is
    size_t deferredStart; // its bytes in `deferred`
    const Token *label;   // of a block; null: none
    std::optional<std::string> hint;
  };

  // CodeParser.cpp: the structure.
  bool parseInstructions(MarkedBytes &out, bool onlyOne);
  bool parseFlat();
  bool parseFlatBlock(Opcode op);
  bool parseFlatEnd();
  bool parseFlatElse();
  bool parseFlatHandler(Opcode op);
  bool parseFlatDelegate();
  bool acceptRepeatedLabel();
  bool parseFolded();
  bool parseFoldedBlock(Opcode op);
  bool parseFoldedPart(bool &isPart);
  bool parseFoldedIfPart(bool &isPart);
  bool parseFoldedTryPart(bool &isPart);
  bool closeFolded();
  bool takesOperators() const;
  static bool isFlat(FrameKind kind) { return kind <= FrameKind::FlatCatch; }
  void flush(Frame &frame);
  Frame &push(FrameKind kind, const Token &token, const Token *label);
  void emit(uint32_t source, llvm::StringRef bytes,
            std::optional<std::string> hint = std::nullopt);
  void emit(const Token &token, Opcode op);
  bool takeHint();

  // Labels.
  void pushLabel(const Token *id); // null: without an identifier
  void popLabel();
  bool parseLabel(uint32_t &depth);

  // ImmediateParser.cpp: one function for each kind of immediate in
  // Opcodes.def. Each appends to `bytes` and may choose another opcode.
  bool parseOperator(Opcode op, std::string &bytes);
  bool parseImmediate(NoneImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(ZeroByteImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(BlockImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TryTableImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(LabelImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(LabelTableImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(FuncImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TypeImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(CallIndirectImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(SelectImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(LocalImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(GlobalImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TableImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TagImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(MemArgImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(MemArgLaneImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(MemoryImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(MemoryMemoryImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(DataMemoryImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(DataImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(ElemImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(ElemTableImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TableTableImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(I32Imm, Opcode &op, Bytes &bytes);
  bool parseImmediate(I64Imm, Opcode &op, Bytes &bytes);
  bool parseImmediate(F32Imm, Opcode &op, Bytes &bytes);
  bool parseImmediate(F64Imm, Opcode &op, Bytes &bytes);
  bool parseImmediate(V128Imm, Opcode &op, Bytes &bytes);
  bool parseImmediate(ShuffleImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(LaneImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(RefTypeImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(BrCastImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TypeFieldImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TypeTypeImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TypeCountImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TypeDataImm, Opcode &op, Bytes &bytes);
  bool parseImmediate(TypeElemImm, Opcode &op, Bytes &bytes);
  bool parseIndexTo(SpaceKind kind, Bytes &bytes, uint32_t *index = nullptr);
  bool parsePair(SpaceKind kind, Bytes &bytes);
  bool parseSegmentPair(SpaceKind segment, SpaceKind target, Bytes &bytes);
  bool parseCatch(Bytes &bytes);
  bool parseMemArg(Opcode op, uint32_t memory, Bytes &bytes);
  bool parseFloatTo(unsigned bits, Bytes &bytes);

  MarkedBytes *out = nullptr;
  std::vector<Frame> frames;
  std::string deferred;            // folded operators whose operands come first
  std::optional<std::string> hint; // for the instruction that follows
  std::vector<std::string> labels;
  llvm::StringMap<llvm::SmallVector<uint32_t, 1>> labelDepths; // from outside
};

} // namespace wasmc

#endif
