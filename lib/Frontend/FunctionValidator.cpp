// The type and control stacks, and the rules of control, parametric and
// variable instructions. Those of memory, tables and references are in
// FunctionValidatorTables.cpp, those of exceptions in
// FunctionValidatorExceptions.cpp.

#include "FunctionValidator.h"
#include <cstring>
#include <type_traits>

using namespace llvm;
using namespace wasmc;

std::string wasmc::functionContext(const Module &module, uint32_t funcidx) {
  std::string result = "in function " + std::to_string(funcidx);
  StringRef name = module.functions[funcidx].name;
  return name.empty() ? result : (result + " '" + name + "'").str();
}

// "[i32 i64]", or only the end of a long list.
static std::string listed(ArrayRef<ValType> types) {
  constexpr size_t mostListed = 10;
  std::string text = types.size() > mostListed ? "[... " : "[";
  for (ValType type : types.take_back(mostListed))
    text += toString(type) + " ";
  return StringRef(text).rtrim().str() + "]";
}

bool FunctionValidator::mismatch(const Twine &expected, const Twine &got) {
  return errors.invalid(offset,
                        "type mismatch: expected " + expected + ", got " + got);
}

bool FunctionValidator::operandMismatch(ValType expected, ValType got) {
  const bool isMissing = got.kind == ValType::Kind::Bottom;
  return errors.invalid(offset, "type mismatch: instruction requires [" +
                                    toString(expected) + "] but stack has [" +
                                    (isMissing ? "" : toString(got)) + "]");
}

bool FunctionValidator::unknown(const char *what, uint64_t index) {
  return errors.invalid(offset, Twine("unknown ") + what + " " + Twine(index));
}

// The type stack. ------------------------------------------------------------

bool FunctionValidator::popSlow(ValType expected) {
  ValType got;
  if (stack.size() == height && !frames.back().unreachable)
    return operandMismatch(expected, ValType());
  if (!popAny(got))
    return false;
  return matches(got, expected) || operandMismatch(expected, got);
}

bool FunctionValidator::popAny(ValType &type) {
  if (stack.size() > height) {
    type = stack.pop_back_val();
    return true;
  }
  type = ValType();
  return frames.back().unreachable || mismatch("a value", "nothing");
}

// A list of types may be a thousand long, and two bytes of code may ask for it:
// lists are compared, and left in place, in one go.
bool FunctionValidator::topIs(ArrayRef<ValType> types) const {
  static_assert(std::has_unique_object_representations_v<ValType>);
  if (types.empty())
    return true;
  return stack.size() - height >= types.size() &&
         std::memcmp(stack.end() - types.size(), types.data(),
                     types.size() * sizeof(ValType)) == 0;
}

bool FunctionValidator::pop(ArrayRef<ValType> types) {
  if (topIs(types)) {
    stack.truncate(stack.size() - types.size());
    return true;
  }
  for (ValType type : reverse(types))
    if (!popSlow(type))
      return false;
  return true;
}

// Pops the list and pushes it again, which makes polymorphic operands concrete.
bool FunctionValidator::popAndPush(ArrayRef<ValType> types) {
  if (topIs(types))
    return true;
  if (!pop(types))
    return false;
  push(types);
  return true;
}

bool FunctionValidator::bySignature(Signature signature) {
  for (unsigned i = signature.numParams(); i-- > 0;)
    if (!pop(operandType(signature.param(i))))
      return false;
  for (unsigned i = 0; i < signature.numResults(); ++i)
    push(operandType(signature.result(i)));
  return true;
}

// The control stack. ---------------------------------------------------------

void FunctionValidator::begin(ArrayRef<ValType> params,
                              ArrayRef<ValType> results) {
  locals.assign(params.begin(), params.end());
  stack.clear();
  frames.clear();
  frames.push_back({Opcode::Block, /*unreachable=*/false, /*dead=*/false,
                    /*height=*/0, /*numInitialized=*/0, BlockImm{{}, results}});
  initialized.clear();
  isInitialized.clear();
  for (auto [i, type] : enumerate(params))
    if (!type.isDefaultable())
      initialize(i);
  frames.back().numInitialized = initialized.size();
  updateTop();
}

void FunctionValidator::updateTop() {
  if (frames.empty())
    return; // past the end of the expression
  const Frame &top = frames.back();
  live = !top.dead && !top.unreachable;
  height = top.height;
}

bool FunctionValidator::pushFrame(Opcode kind, const BlockImm &type) {
  if (!pop(type.params))
    return false;
  frames.push_back({kind, /*unreachable=*/false, /*dead=*/!live, stack.size(),
                    initialized.size(), type});
  updateTop();
  push(type.params);
  return true;
}

bool FunctionValidator::leaveFrame() {
  ArrayRef<ValType> results = frames.back().type.results;
  if (!popAndPush(results))
    return false;
  if (stack.size() - height == results.size())
    return true;
  return errors.invalid(offset, "type mismatch: block requires " +
                                    listed(results) + " but stack has " +
                                    listed(ArrayRef(stack).drop_front(height)));
}

bool FunctionValidator::continueFrame(Opcode kind, ArrayRef<ValType> params) {
  if (!leaveFrame())
    return false;
  Frame &frame = frames.back();
  frame.kind = kind;
  frame.unreachable = false;
  forgetInitialized(frame);
  updateTop();
  stack.truncate(height);
  push(params);
  return true;
}

void FunctionValidator::becomeUnreachable() {
  stack.truncate(height);
  frames.back().unreachable = true;
  live = false;
}

const FunctionValidator::Frame *FunctionValidator::label(uint32_t depth) {
  if (depth < frames.size())
    return &frames[frames.size() - 1 - depth];
  unknown("label", depth);
  return nullptr;
}

// Control instructions. ------------------------------------------------------

bool FunctionValidator::Unreachable(const NoneImm &) {
  becomeUnreachable();
  return true;
}

bool FunctionValidator::Block(const BlockImm &imm) {
  return pushFrame(Opcode::Block, imm);
}

bool FunctionValidator::Loop(const BlockImm &imm) {
  return pushFrame(Opcode::Loop, imm);
}

bool FunctionValidator::If(const BlockImm &imm) {
  return pop(ValType::Kind::I32) && pushFrame(Opcode::If, imm);
}

bool FunctionValidator::Else(const NoneImm &) {
  if (frames.back().kind != Opcode::If)
    return errors.malformed(offset, "END opcode expected, got else");
  return continueFrame(Opcode::Else, frames.back().type.params);
}

bool FunctionValidator::End(const NoneImm &) {
  if (!leaveFrame())
    return false;
  const Frame frame = frames.pop_back_val();
  updateTop();
  forgetInitialized(frame);
  if (frame.kind == Opcode::If &&
      !matches(frame.type.params, frame.type.results))
    return errors.invalid(offset, "type mismatch: an if without else must "
                                  "leave what it takes");
  return true;
}

bool FunctionValidator::Br(const LabelImm &imm) {
  const Frame *target = label(imm.depth);
  if (!target || !pop(target->labelTypes()))
    return false;
  becomeUnreachable();
  return true;
}

bool FunctionValidator::BrIf(const LabelImm &imm) {
  if (!pop(ValType::Kind::I32))
    return false;
  const Frame *target = label(imm.depth);
  return target && popAndPush(target->labelTypes());
}

// Whether the top of the stack has these types; it stays as it is.
bool FunctionValidator::checkBranchTarget(ArrayRef<ValType> types) {
  if (topIs(types))
    return true;
  size_t available = stack.size() - height;
  size_t top = stack.size();
  for (ValType expected : reverse(types)) {
    if (available == 0)
      return frames.back().unreachable || operandMismatch(expected, ValType());
    --available;
    ValType got = stack[--top];
    if (!matches(got, expected))
      return operandMismatch(expected, got);
  }
  return true;
}

bool FunctionValidator::BrTable(const LabelTableImm &imm) {
  if (!pop(ValType::Kind::I32))
    return false;
  const Frame *target = label(imm.defaultDepth);
  if (!target || !checkBranchTarget(target->labelTypes()))
    return false;
  // Labels repeat, and their types may be long: compare each list only when it
  // is not the one before.
  ArrayRef<ValType> checked = target->labelTypes();
  for (uint32_t depth : imm.depths) {
    target = label(depth);
    if (!target)
      return false;
    ArrayRef<ValType> types = target->labelTypes();
    if (types.size() != checked.size())
      return mismatch(Twine(checked.size()) + " values for each label",
                      Twine(types.size()));
    if (types.data() != checked.data() && !checkBranchTarget(types))
      return false;
    checked = types;
  }
  becomeUnreachable();
  return true;
}

bool FunctionValidator::Return(const NoneImm &) {
  if (!pop(frames.front().type.results))
    return false;
  becomeUnreachable();
  return true;
}

bool FunctionValidator::call(const FuncType &type) {
  if (!pop(type.params))
    return false;
  push(type.results);
  return true;
}

bool FunctionValidator::Call(const FuncImm &imm) {
  if (imm.index >= module.functions.size())
    return unknown("function", imm.index);
  return call(module.typeOfFunction(imm.index));
}

// Checks the immediates and pops the index.
bool FunctionValidator::indirectCallee(const CallIndirectImm &imm) {
  const Table *callees = table(imm.table);
  if (!callees)
    return false;
  if (!matches(callees->type.element, ValType::funcref()))
    return mismatch("a table of funcref", toString(callees->type.element));
  if (imm.type >= module.types.size())
    return unknown("type", imm.type);
  return pop(callees->type.indexType());
}

bool FunctionValidator::CallIndirect(const CallIndirectImm &imm) {
  return indirectCallee(imm) && call(module.types[imm.type]);
}

// Pops the reference to a function of the type.
bool FunctionValidator::callee(const TypeImm &imm) {
  if (imm.index >= module.types.size())
    return unknown("type", imm.index);
  return pop(ValType(/*nullable=*/true, module.canonicalTypes[imm.index]));
}

bool FunctionValidator::CallRef(const TypeImm &imm) {
  return callee(imm) && call(module.types[imm.index]);
}

// The callee takes what a call would take, and returns what the function does.
bool FunctionValidator::tailCall(const FuncType &type) {
  ArrayRef<ValType> results = frames.front().type.results;
  if (!matches(type.results, results))
    return mismatch("a callee that returns what the function does",
                    toString(type));
  if (!pop(type.params))
    return false;
  becomeUnreachable();
  return true;
}

bool FunctionValidator::ReturnCall(const FuncImm &imm) {
  if (imm.index >= module.functions.size())
    return unknown("function", imm.index);
  return tailCall(module.typeOfFunction(imm.index));
}

bool FunctionValidator::ReturnCallIndirect(const CallIndirectImm &imm) {
  return indirectCallee(imm) && tailCall(module.types[imm.type]);
}

bool FunctionValidator::ReturnCallRef(const TypeImm &imm) {
  return callee(imm) && tailCall(module.types[imm.index]);
}

// Parametric instructions. ---------------------------------------------------

bool FunctionValidator::Drop(const NoneImm &) {
  ValType type;
  return popAny(type);
}

bool FunctionValidator::Select(const NoneImm &) {
  ValType first, second;
  if (!pop(ValType::Kind::I32) || !popAny(second) || !popAny(first))
    return false;
  if (first.isRef() || second.isRef())
    return mismatch("numbers for a select without type",
                    toString(first.isRef() ? first : second));
  if (first.kind == ValType::Kind::Bottom)
    first = second;
  else if (second.kind != ValType::Kind::Bottom && first != second)
    return operandMismatch(first, second);
  push(first);
  return true;
}

bool FunctionValidator::SelectT(const SelectImm &imm) {
  if (!pop(ValType::Kind::I32) || !pop(imm.type) || !pop(imm.type))
    return false;
  push(imm.type);
  return true;
}

// Variables. -----------------------------------------------------------------

const ValType *FunctionValidator::local(uint32_t index) {
  if (LLVM_LIKELY(index < locals.size()))
    return &locals[index];
  unknown("local", index);
  return nullptr;
}

// A local without a default value may be read once it was written, up to the
// end of the block that the write stands in (core spec 3.4.1).
void FunctionValidator::initialize(uint32_t index) {
  if (isInitialized.insert(index).second)
    initialized.push_back(index);
}

void FunctionValidator::forgetInitialized(const Frame &frame) {
  while (LLVM_UNLIKELY(initialized.size() > frame.numInitialized))
    isInitialized.erase(initialized.pop_back_val());
}

bool FunctionValidator::LocalGet(const LocalImm &imm) {
  const ValType *type = local(imm.index);
  if (!type)
    return false;
  if (LLVM_UNLIKELY(!type->isDefaultable()) &&
      !isInitialized.contains(imm.index))
    return errors.invalid(offset, "uninitialized local " + Twine(imm.index));
  push(*type);
  return true;
}

bool FunctionValidator::LocalSet(const LocalImm &imm) {
  const ValType *type = local(imm.index);
  if (!type || !pop(*type))
    return false;
  if (LLVM_UNLIKELY(!type->isDefaultable()))
    initialize(imm.index);
  return true;
}

bool FunctionValidator::LocalTee(const LocalImm &imm) {
  if (!LocalSet(imm))
    return false;
  push(locals[imm.index]);
  return true;
}

bool FunctionValidator::GlobalGet(const GlobalImm &imm) {
  if (imm.index >= module.globals.size())
    return unknown("global", imm.index);
  push(module.globals[imm.index].type.type);
  return true;
}

bool FunctionValidator::GlobalSet(const GlobalImm &imm) {
  if (imm.index >= module.globals.size())
    return unknown("global", imm.index);
  const GlobalType &type = module.globals[imm.index].type;
  if (!type.isMutable)
    return errors.invalid(offset, "immutable global " + Twine(imm.index));
  return pop(type.type);
}
