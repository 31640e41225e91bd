// Folded instructions (spec 6.5.12): "(operator operand*)" and the blocks with
// parenthesised parts.

#include "CodeParser.h"

using namespace llvm;
using namespace wasmc;

bool CodeParser::parseFoldedBlock(Opcode op) {
  const Token &start = peek();
  advance();
  const Token *label = at(TokenKind::Id) ? &peek() : nullptr;
  if (label)
    advance();
  if (op == Opcode::If) { // its bytes come after the condition
    push(FrameKind::IfCondition, start, label).hint =
        std::exchange(hint, std::nullopt);
    return parseOperator(op, deferred);
  }
  std::string bytes;
  if (!parseOperator(op, bytes))
    return false;
  emit(start.offset, bytes);
  push(op == Opcode::Try ? FrameKind::TryStart : FrameKind::Block, start,
       label);
  pushLabel(label);
  return true;
}

// Moves the bytes of the innermost instruction from `deferred` to the output.
void CodeParser::flush(Frame &frame) {
  emit(frame.source, StringRef(deferred).substr(frame.deferredStart),
       std::exchange(frame.hint, std::nullopt));
  deferred.resize(frame.deferredStart);
}

// "(then" and "(else" of the innermost `if`
bool CodeParser::parseFoldedIfPart(bool &isPart) {
  Frame &frame = frames.back();
  isPart = true;
  if (frame.kind == FrameKind::IfCondition && atOpen(Keyword::Then)) {
    flush(frame);
    pushLabel(frame.label);
    frame.kind = FrameKind::Then;
  } else if (frame.kind == FrameKind::AfterThen && peek(1).is(Opcode::Else)) {
    emit(peek(1), Opcode::Else);
    frame.kind = FrameKind::Else;
  } else {
    isPart = false;
    return true;
  }
  advance();
  advance();
  return true;
}

// "(do", "(catch x", "(catch_all" and "(delegate l" of the innermost `try`
bool CodeParser::parseFoldedTryPart(bool &isPart) {
  Frame &frame = frames.back();
  const Token &word = peek(1);
  isPart = true;
  if (frame.kind == FrameKind::TryStart && word.is(Keyword::Do)) {
    frame.kind = FrameKind::Do;
    advance();
    advance();
    return true;
  }
  const bool mayHandle =
      frame.kind == FrameKind::AfterDo || frame.kind == FrameKind::AfterCatch;
  if (mayHandle && word.is(Opcode::Catch)) {
    frame.kind = FrameKind::Catch;
  } else if (mayHandle && word.is(Opcode::CatchAll)) {
    frame.kind = FrameKind::CatchAll;
  } else if (frame.kind == FrameKind::AfterDo && word.is(Opcode::Delegate)) {
    frame.kind = FrameKind::Delegated;
    popLabel(); // its label is one outside of the try
  } else {
    isPart = false;
    return true;
  }
  advance();
  advance();
  std::string bytes;
  if (!parseOperator(Opcode(word.code), bytes))
    return false;
  emit(word.offset, bytes);
  return frame.kind != FrameKind::Delegated || expectClose();
}

bool CodeParser::parseFolded() {
  bool isPart = false;
  if (!frames.empty() &&
      (!parseFoldedIfPart(isPart) || (!isPart && !parseFoldedTryPart(isPart))))
    return false;
  if (isPart)
    return true;
  const bool takesFolded = takesOperators() ||
                           frames.back().kind == FrameKind::Operands ||
                           frames.back().kind == FrameKind::IfCondition;
  advance();
  const Token &start = peek();
  if (!takesFolded || start.kind != TokenKind::Instr)
    return unexpected();
  const auto op = Opcode(start.code);
  switch (op) {
  case Opcode::Block:
  case Opcode::Loop:
  case Opcode::If:
  case Opcode::Try:
  case Opcode::TryTable:
    return parseFoldedBlock(op);
  case Opcode::Else:
  case Opcode::End:
  case Opcode::Catch:
  case Opcode::CatchAll:
  case Opcode::Delegate:
    return unexpected();
  default:
    advance();
    push(FrameKind::Operands, start, nullptr).hint =
        std::exchange(hint, std::nullopt);
    return parseOperator(op, deferred);
  }
}

// At a closing parenthesis.
bool CodeParser::closeFolded() {
  Frame &frame = frames.back();
  switch (frame.kind) {
  case FrameKind::Operands:
    flush(frame);
    frames.pop_back();
    break;
  case FrameKind::Then:
    frame.kind = FrameKind::AfterThen;
    break;
  case FrameKind::Else:
    frame.kind = FrameKind::AfterElse;
    break;
  case FrameKind::Do:
    frame.kind = FrameKind::AfterDo;
    break;
  case FrameKind::Catch:
    frame.kind = FrameKind::AfterCatch;
    break;
  case FrameKind::CatchAll:
    frame.kind = FrameKind::AfterCatchAll;
    break;
  case FrameKind::Block:
  case FrameKind::AfterThen:
  case FrameKind::AfterElse:
  case FrameKind::AfterDo:
  case FrameKind::AfterCatch:
  case FrameKind::AfterCatchAll:
    emit(peek(), Opcode::End);
    popLabel();
    frames.pop_back();
    break;
  case FrameKind::Delegated: // stands for the `end`
    frames.pop_back();
    break;
  default:
    return unexpected();
  }
  advance();
  return true;
}
