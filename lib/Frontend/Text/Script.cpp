// A script is cut into tokens as a whole; the modules in it are assembled where
// they stand, so that their errors have the script's lines.

#include "Script.h"
#include "ModuleParser.h"

using namespace llvm;
using namespace wasmc;

namespace {

class ScriptParser : public TokenCursor {
public:
  ScriptParser(const LexedText &text, TextErrors &errors)
      : TokenCursor(text, errors, 0) {}

  bool run(std::vector<ScriptCommand> &commands);

private:
  bool parseCommand(ScriptCommand &command, unsigned depth);
  bool parseCommands(std::vector<ScriptCommand> &commands, unsigned depth);
  bool parseModuleCommand(ScriptCommand &command);
  bool parseModule(ScriptModule &module);
  bool parseModuleBytes(ScriptModule &module);
  bool skipFields();
  bool assembleFields(ScriptModule &module, const Token *id);
  bool parseAction(ScriptAction &action);
  bool parseAssertReturn(ScriptCommand &command);
  bool parseActionAssertion(ScriptCommand &command);
  bool parseModuleAssertion(ScriptCommand &command);
  bool parseThread(ScriptCommand &command, unsigned depth);
  bool parseValue(ScriptValue &value, bool isResult);
  bool parseEither(ScriptValue &value);
  bool parseFloatOf(unsigned bits, bool isResult, uint64_t &value,
                    ScriptValue::Nan &nan);
  bool parseVector(ScriptValue &value, bool isResult);
  bool parseReference(ScriptValue &value, bool isResult);
  bool parseHeap(ScriptValue &value);
  bool parseOptionalNumber(ScriptValue &value);
  std::string acceptId();
};

} // namespace

std::string ScriptParser::acceptId() {
  if (!at(TokenKind::Id))
    return "";
  std::string id = idName(peek());
  advance();
  return id;
}

// Modules. -------------------------------------------------------------------

// Goes to the parenthesis that closes the module.
bool ScriptParser::skipFields() {
  for (unsigned depth = 0; depth || !atClose(); moveTo(position() + 1)) {
    if (at(TokenKind::End))
      return depth == 0 || unexpected("')'");
    depth += atOpen();
    depth -= atClose();
  }
  return true;
}

// Assembles fields up to the closing parenthesis; going on after an error needs
// only the parentheses.
bool ScriptParser::assembleFields(ScriptModule &module, const Token *id) {
  TextErrors moduleErrors;
  ModuleParser parser(text, moduleErrors, position());
  if (parser.parseFields(id))
    module.assembled = withPositions(parser.finish(), text.lines);
  else
    module.error = toString(moduleErrors.take(text.lines));
  if (!skipFields())
    return false;
  allowAnnotations(); // the module has taken them
  return true;
}

// "string*" after "binary" or "quote".
bool ScriptParser::parseModuleBytes(ScriptModule &module) {
  std::string bytes;
  while (!atClose()) {
    std::string piece;
    if (!expectString(piece))
      return false;
    // Quoted strings are lines.
    if (module.form == ScriptModule::Form::Quote && !bytes.empty())
      bytes += '\n';
    bytes += piece;
  }
  if (module.form == ScriptModule::Form::Binary) {
    module.assembled.binary = std::move(bytes);
    return true;
  }
  Expected<AssembledText> assembled = assembleText(bytes);
  if (assembled)
    module.assembled = std::move(*assembled);
  else
    module.error = toString(assembled.takeError());
  return true;
}

// "(module definition? $id? ...)"
bool ScriptParser::parseModule(ScriptModule &module) {
  if (!acceptOpen(Keyword::Module))
    return unexpected("a module");
  module.isDefinition = accept(Keyword::Definition);
  const Token *id = at(TokenKind::Id) ? &peek() : nullptr;
  module.id = acceptId();
  if (accept(Keyword::Binary))
    module.form = ScriptModule::Form::Binary;
  else if (accept(Keyword::Quote))
    module.form = ScriptModule::Form::Quote;
  const bool isText = module.form == ScriptModule::Form::Text;
  return (isText ? assembleFields(module, id) : parseModuleBytes(module)) &&
         expectClose();
}

bool ScriptParser::parseModuleCommand(ScriptCommand &command) {
  command.kind = ScriptCommand::Kind::Module;
  if (!peek(2).is(Keyword::Instance))
    return parseModule(command.module);
  command.kind = ScriptCommand::Kind::ModuleInstance;
  acceptOpen(Keyword::Module);
  advance();
  command.name = acceptId();
  command.other = acceptId();
  return expectClose();
}

// Values. --------------------------------------------------------------------

// A result may be a pattern of NaNs.
bool ScriptParser::parseFloatOf(unsigned bits, bool isResult, uint64_t &value,
                                ScriptValue::Nan &nan) {
  if (isResult && accept(Keyword::NanCanonical))
    nan = ScriptValue::Nan::Canonical;
  else if (isResult && accept(Keyword::NanArithmetic))
    nan = ScriptValue::Nan::Arithmetic;
  else
    return expectFloat(bits, value);
  return true;
}

bool ScriptParser::parseVector(ScriptValue &value, bool isResult) {
  VectorShape shape;
  value.kind = ScriptValue::Kind::V128;
  if (!expectShape(shape))
    return false;
  value.laneBits = shape.laneBits;
  value.floatLanes = shape.isFloat;
  for (unsigned i = 0; i < shape.lanes(); ++i)
    if (!(shape.isFloat ? parseFloatOf(shape.laneBits, isResult, value.lanes[i],
                                       value.nans[i])
                        : expectInteger(shape.laneBits, value.lanes[i])))
      return false;
  return true;
}

bool ScriptParser::parseOptionalNumber(ScriptValue &value) {
  value.hasBits = at(TokenKind::Nat);
  return !value.hasBits || expectInteger(32, value.bits);
}

bool ScriptParser::parseHeap(ScriptValue &value) {
  value.kind = ScriptValue::Kind::RefNull;
  value.hasHeap = !atClose();
  if (!value.hasHeap)
    return true;
  std::optional<AbstractHeapType> heap = abstractHeapType(peek());
  if (!heap)
    return unexpected("a heap type");
  value.heap = int32_t(*heap);
  advance();
  return true;
}

// What follows the parenthesis of a reference.
bool ScriptParser::parseReference(ScriptValue &value, bool isResult) {
  if (accept(Opcode::RefNull))
    return parseHeap(value);
  if (accept(Keyword::RefExtern)) {
    value.kind = ScriptValue::Kind::RefExtern;
    return parseOptionalNumber(value);
  }
  if (accept(Keyword::RefHost)) {
    value.kind = ScriptValue::Kind::RefHost;
    return parseOptionalNumber(value);
  }
  if (!isResult)
    return unexpected("a constant");
  if (accept(Opcode::RefFunc))
    value.kind = ScriptValue::Kind::RefFunc;
  else if (accept(Opcode::RefEq))
    value.kind = ScriptValue::Kind::RefEq;
  else if (accept(Opcode::RefI31))
    value.kind = ScriptValue::Kind::RefI31;
  else if (accept(Keyword::RefAny))
    value.kind = ScriptValue::Kind::RefAny;
  else if (accept(Keyword::RefStruct))
    value.kind = ScriptValue::Kind::RefStruct;
  else if (accept(Keyword::RefArray))
    value.kind = ScriptValue::Kind::RefArray;
  else if (accept(Keyword::RefExn))
    value.kind = ScriptValue::Kind::RefExn;
  else
    return unexpected("a result");
  return true;
}

bool ScriptParser::parseEither(ScriptValue &value) {
  value.kind = ScriptValue::Kind::Either;
  while (!atClose()) {
    if (atOpen(Keyword::Either)) // one level is all there is
      return unexpected("a result");
    if (!parseValue(value.alternatives.emplace_back(), /*isResult=*/true))
      return false;
  }
  return true;
}

bool ScriptParser::parseValue(ScriptValue &value, bool isResult) {
  bool parsed;
  if (!expectOpen())
    return false;
  value.hasBits = true;
  if (accept(Opcode::I32Const)) {
    value.kind = ScriptValue::Kind::I32;
    parsed = expectInteger(32, value.bits);
  } else if (accept(Opcode::I64Const)) {
    value.kind = ScriptValue::Kind::I64;
    parsed = expectInteger(64, value.bits);
  } else if (accept(Opcode::F32Const)) {
    value.kind = ScriptValue::Kind::F32;
    parsed = parseFloatOf(32, isResult, value.bits, value.nan);
  } else if (accept(Opcode::F64Const)) {
    value.kind = ScriptValue::Kind::F64;
    parsed = parseFloatOf(64, isResult, value.bits, value.nan);
  } else if (accept(Opcode::V128Const)) {
    parsed = parseVector(value, isResult);
  } else if (isResult && accept(Keyword::Either)) {
    parsed = parseEither(value);
  } else {
    value.hasBits = false;
    parsed = parseReference(value, isResult);
  }
  return parsed && expectClose();
}

// Actions and assertions. ----------------------------------------------------

bool ScriptParser::parseAction(ScriptAction &action) {
  if (acceptOpen(Keyword::Invoke))
    action.kind = ScriptAction::Kind::Invoke;
  else if (acceptOpen(Keyword::Get))
    action.kind = ScriptAction::Kind::Get;
  else
    return unexpected("an action");
  action.module = acceptId();
  if (!expectName(action.name))
    return false;
  if (action.kind == ScriptAction::Kind::Invoke)
    while (!atClose())
      if (!parseValue(action.args.emplace_back(), /*isResult=*/false))
        return false;
  return expectClose();
}

bool ScriptParser::parseAssertReturn(ScriptCommand &command) {
  command.kind = ScriptCommand::Kind::AssertReturn;
  acceptOpen(Keyword::AssertReturn);
  if (!parseAction(command.action))
    return false;
  while (!atClose())
    if (!parseValue(command.results.emplace_back(), /*isResult=*/true))
      return false;
  return expectClose();
}

bool ScriptParser::parseActionAssertion(ScriptCommand &command) {
  advance();
  const bool isTrap = at(Keyword::AssertTrap);
  const bool isException = at(Keyword::AssertException);
  advance();
  if (isTrap && atOpen(Keyword::Module)) {
    command.kind = ScriptCommand::Kind::AssertModuleTrap;
    return parseModule(command.module) && expectString(command.text) &&
           expectClose();
  }
  command.kind = isTrap        ? ScriptCommand::Kind::AssertTrap
                 : isException ? ScriptCommand::Kind::AssertException
                               : ScriptCommand::Kind::AssertExhaustion;
  return parseAction(command.action) &&
         (isException || expectString(command.text)) && expectClose();
}

bool ScriptParser::parseModuleAssertion(ScriptCommand &command) {
  advance();
  if (at(Keyword::AssertInvalid))
    command.kind = ScriptCommand::Kind::AssertInvalid;
  else if (at(Keyword::AssertMalformed))
    command.kind = ScriptCommand::Kind::AssertMalformed;
  else if (at(Keyword::AssertInvalidCustom))
    command.kind = ScriptCommand::Kind::AssertInvalidCustom;
  else if (at(Keyword::AssertMalformedCustom))
    command.kind = ScriptCommand::Kind::AssertMalformedCustom;
  else
    command.kind = ScriptCommand::Kind::AssertUnlinkable;
  advance();
  return parseModule(command.module) && expectString(command.text) &&
         expectClose();
}

// "(thread $id (shared (module $id))* command*)"
bool ScriptParser::parseThread(ScriptCommand &command, unsigned depth) {
  command.kind = ScriptCommand::Kind::Thread;
  acceptOpen(Keyword::Thread);
  command.name = acceptId();
  while (acceptOpen(Keyword::Shared)) {
    if (!acceptOpen(Keyword::Module))
      return unexpected("a module");
    command.sharedModules.push_back(acceptId());
    if (!expectClose() || !expectClose())
      return false;
  }
  return parseCommands(command.commands, depth + 1) && expectClose();
}

// Commands. ------------------------------------------------------------------

bool ScriptParser::parseCommand(ScriptCommand &command, unsigned depth) {
  command.position = text.lines.position(peek().offset);
  if (!atOpen())
    return unexpected("a command");
  const Token &word = peek(1);
  switch (word.kind == TokenKind::Keyword ? Keyword(word.code)
                                          : Keyword::None) {
  case Keyword::Module:
    return parseModuleCommand(command);
  case Keyword::Register:
    command.kind = ScriptCommand::Kind::Register;
    acceptOpen(Keyword::Register);
    if (!expectName(command.text))
      return false;
    command.name = acceptId();
    return expectClose();
  case Keyword::Invoke:
  case Keyword::Get:
    command.kind = ScriptCommand::Kind::Action;
    return parseAction(command.action);
  case Keyword::AssertReturn:
    return parseAssertReturn(command);
  case Keyword::AssertTrap:
  case Keyword::AssertExhaustion:
  case Keyword::AssertException:
    return parseActionAssertion(command);
  case Keyword::AssertInvalid:
  case Keyword::AssertMalformed:
  case Keyword::AssertInvalidCustom:
  case Keyword::AssertMalformedCustom:
  case Keyword::AssertUnlinkable:
    return parseModuleAssertion(command);
  case Keyword::Thread:
    return parseThread(command, depth);
  case Keyword::Wait:
    command.kind = ScriptCommand::Kind::Wait;
    acceptOpen(Keyword::Wait);
    command.name = acceptId();
    return expectClose();
  default:
    advance();
    return unexpected("a command");
  }
}

bool ScriptParser::parseCommands(std::vector<ScriptCommand> &commands,
                                 unsigned depth) {
  constexpr unsigned maxDepth = 64; // of threads in threads
  if (depth > maxDepth)
    return fail(peek(), "threads are nested too deeply");
  while (!atClose() && !at(TokenKind::End))
    if (!parseCommand(commands.emplace_back(), depth))
      return false;
  return !errors.hasError();
}

static bool isModuleField(const Token &word) {
  return word.is(Keyword::Type) || word.is(Keyword::Rec) ||
         word.is(Keyword::Import) || word.is(Keyword::Func) ||
         word.is(Keyword::Table) || word.is(Keyword::Memory) ||
         word.is(Keyword::Global) || word.is(Keyword::Tag) ||
         word.is(Keyword::Export) || word.is(Keyword::Start) ||
         word.is(Keyword::Elem) || word.is(Keyword::Data);
}

// A script of nothing but fields is one module.
bool ScriptParser::run(std::vector<ScriptCommand> &commands) {
  if (atOpen() && isModuleField(peek(1))) {
    ScriptCommand &command = commands.emplace_back();
    command.position = text.lines.position(peek().offset);
    return assembleFields(command.module, nullptr) &&
           expect(TokenKind::End, "the end");
  }
  return parseCommands(commands, 0) && expect(TokenKind::End, "the end");
}

Expected<std::vector<ScriptCommand>> wasmc::parseScript(StringRef source) {
  LexedText lexed;
  TextErrors errors;
  std::vector<ScriptCommand> commands;
  if (!lexText(source, lexed, errors) ||
      !ScriptParser(lexed, errors).run(commands))
    return errors.take(lexed.lines);
  return commands;
}
