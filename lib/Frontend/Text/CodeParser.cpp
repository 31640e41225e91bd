// The structure of code. A folded instruction comes after its operands in the
// binary format, so its bytes wait in `deferred` until its parenthesis closes.

#include "CodeParser.h"

using namespace llvm;
using namespace wasmc;

// Labels. --------------------------------------------------------------------

void CodeParser::pushLabel(const Token *id) {
  labels.push_back(id ? idName(*id) : "");
  if (id)
    labelDepths[labels.back()].push_back(uint32_t(labels.size()));
}

void CodeParser::popLabel() {
  if (!labels.back().empty())
    labelDepths[labels.back()].pop_back();
  labels.pop_back();
}

bool CodeParser::parseLabel(uint32_t &depth) {
  const Token &token = peek();
  if (token.kind == TokenKind::Nat)
    return parseU32(depth);
  if (token.kind != TokenKind::Id)
    return unexpected("a label");
  auto found = labelDepths.find(idName(token));
  if (found == labelDepths.end() || found->second.empty())
    return fail(token, "unknown label " + text.text(token));
  depth = uint32_t(labels.size()) - found->second.back();
  advance();
  return true;
}

// After `end` and `else` there may be the label of the block.
bool CodeParser::acceptRepeatedLabel() {
  const Token &token = peek();
  if (token.kind != TokenKind::Id)
    return true;
  if (labels.back() != idName(token))
    return fail(token, "mismatching label " + text.text(token));
  advance();
  return true;
}

// Output. --------------------------------------------------------------------

void CodeParser::emit(uint32_t source, StringRef bytes,
                      std::optional<std::string> hint) {
  out->mark(source);
  if (hint)
    hints.push_back({uint32_t(out->size()), std::move(*hint)});
  out->raw(bytes);
}

void CodeParser::emit(const Token &token, Opcode op) {
  out->mark(token.offset);
  out->opcode(op);
}

CodeParser::Frame &CodeParser::push(FrameKind kind, const Token &token,
                                    const Token *label) {
  Frame frame;
  frame.kind = kind;
  frame.source = token.offset;
  frame.deferredStart = deferred.size();
  frame.label = label;
  frames.push_back(std::move(frame));
  return frames.back();
}

// Branch hints stand before `if` and `br_if`.
bool CodeParser::takeHint() {
  const Token &op = atOpen() ? peek(1) : peek();
  const bool isTarget = op.is(Opcode::If) || op.is(Opcode::BrIf);
  if (!inFunction || !isTarget)
    return true; // going on says what is wrong
  for (const Annotation &annotation : takeAnnotations()) {
    if (annotation.kind != Annotation::Kind::BranchHint) {
      misplaced(annotation);
      return false;
    }
    if (hint)
      return errors.fail(annotation.offset, "@metadata.code.branch_hint "
                                            "annotation: duplicate annotation");
    hint = std::string();
    for (const Token &token : annotation.contents) {
      if (token.kind != TokenKind::String)
        return fail(token, "@metadata.code.branch_hint annotation: unexpected "
                           "token");
      *hint += stringValue(token);
    }
  }
  return true;
}

// Flat instructions. ---------------------------------------------------------

// Some places among folded instructions take only folded ones.
bool CodeParser::takesOperators() const {
  if (frames.empty())
    return true;
  switch (frames.back().kind) {
  case FrameKind::Operands:
  case FrameKind::IfCondition:
  case FrameKind::AfterThen:
  case FrameKind::AfterElse:
  case FrameKind::TryStart:
  case FrameKind::AfterDo:
  case FrameKind::AfterCatch:
  case FrameKind::AfterCatchAll:
  case FrameKind::Delegated:
    return false;
  default:
    return true;
  }
}

bool CodeParser::parseFlatBlock(Opcode op) {
  const Token &start = peek();
  advance();
  const Token *label = at(TokenKind::Id) ? &peek() : nullptr;
  if (label)
    advance();
  std::string bytes;
  if (!parseOperator(op, bytes))
    return false;
  emit(start.offset, bytes, std::exchange(hint, std::nullopt));
  push(op == Opcode::If    ? FrameKind::FlatIf
       : op == Opcode::Try ? FrameKind::FlatTry
                           : FrameKind::FlatBlock,
       start, label);
  pushLabel(label);
  return true;
}

bool CodeParser::parseFlatEnd() {
  if (frames.empty() || !isFlat(frames.back().kind))
    return unexpected();
  emit(peek(), Opcode::End);
  advance();
  if (!acceptRepeatedLabel())
    return false;
  frames.pop_back();
  popLabel();
  return true;
}

bool CodeParser::parseFlatElse() {
  if (frames.empty() || frames.back().kind != FrameKind::FlatIf)
    return unexpected();
  emit(peek(), Opcode::Else);
  advance();
  frames.back().kind = FrameKind::FlatBlock;
  return acceptRepeatedLabel();
}

// catch and catch_all
bool CodeParser::parseFlatHandler(Opcode op) {
  if (frames.empty() || frames.back().kind != FrameKind::FlatTry)
    if (frames.empty() || frames.back().kind != FrameKind::FlatCatch)
      return unexpected();
  const Token &start = peek();
  advance();
  std::string bytes;
  if (!parseOperator(op, bytes))
    return false;
  emit(start.offset, bytes);
  frames.back().kind =
      op == Opcode::Catch ? FrameKind::FlatCatch : FrameKind::FlatBlock;
  return true;
}

bool CodeParser::parseFlatDelegate() {
  if (frames.empty() || frames.back().kind != FrameKind::FlatTry)
    return unexpected();
  const Token &start = peek();
  advance();
  frames.pop_back();
  popLabel(); // its label is one outside of the try
  std::string bytes;
  if (!parseOperator(Opcode::Delegate, bytes))
    return false;
  emit(start.offset, bytes);
  return true;
}

bool CodeParser::parseFlat() {
  if (!takesOperators())
    return unexpected();
  const Token &start = peek();
  const auto op = Opcode(start.code);
  switch (op) {
  case Opcode::Block:
  case Opcode::Loop:
  case Opcode::If:
  case Opcode::Try:
  case Opcode::TryTable:
    return parseFlatBlock(op);
  case Opcode::Else:
    return parseFlatElse();
  case Opcode::End:
    return parseFlatEnd();
  case Opcode::Catch:
  case Opcode::CatchAll:
    return parseFlatHandler(op);
  case Opcode::Delegate:
    return parseFlatDelegate();
  default: {
    advance();
    std::string bytes;
    if (!parseOperator(op, bytes))
      return false;
    emit(start.offset, bytes, std::exchange(hint, std::nullopt));
    return true;
  }
  }
}

// The loop. ------------------------------------------------------------------

bool CodeParser::parseInstructions(MarkedBytes &output, bool onlyOne) {
  out = &output;
  while (!errors.hasError()) {
    hint.reset();
    if (peek().annotated && !takeHint())
      return false;
    switch (peek().kind) {
    case TokenKind::RParen:
      if (frames.empty())
        return true;
      if (!closeFolded())
        return false;
      break;
    case TokenKind::LParen:
      if (!parseFolded())
        return false;
      break;
    case TokenKind::Instr:
      if (!parseFlat())
        return false;
      break;
    default:
      return unexpected("an instruction");
    }
    if (onlyOne && frames.empty())
      break;
  }
  return !errors.hasError();
}

bool CodeParser::parseExpression(MarkedBytes &output) {
  if (!parseInstructions(output, /*onlyOne=*/false))
    return false;
  emit(peek(), Opcode::End);
  return true;
}

bool CodeParser::parseFoldedExpression(MarkedBytes &output) {
  if (!atOpen())
    return unexpected("'('");
  const Token &start = peek();
  if (!parseInstructions(output, /*onlyOne=*/true))
    return false;
  emit(start, Opcode::End);
  return true;
}
