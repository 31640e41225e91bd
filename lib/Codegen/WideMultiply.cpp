// Recognises 128-bit multiplication; see the header.
//
// A body is evaluated on symbols. Values are numbered, equal ones alike: sums
// are flattened and sorted, so that the order in which a compiler adds does not
// matter.

#include "WideMultiply.h"
#include "Frontend/FunctionValidator.h"
#include "llvm/ADT/SmallVector.h"
#include <map>

using namespace llvm;

namespace wasmc {

// The function is some 120 bytes long.
static constexpr size_t maxBodyBytes = 400;

namespace {

// Numbers of symbolic values.
class Values {
public:
  using Id = uint32_t;
  Id param(uint32_t index) { return number({Kind::Param, index, {}}); }
  Id constant(uint64_t bits) { return number({Kind::Constant, bits, {}}); }
  Id product(Id left, Id right) {
    return number({Kind::Product, 0, sorted({left, right})});
  }
  Id bitOr(Id left, Id right) {
    return number({Kind::Or, 0, sorted({left, right})});
  }
  Id bitAnd(Id left, Id right) {
    return number({Kind::And, 0, sorted({left, right})});
  }
  Id shift(bool isLeft, Id value, Id count) {
    return number(
        {isLeft ? Kind::ShiftLeft : Kind::ShiftRight, 0, {value, count}});
  }
  Id sum(ArrayRef<Id> terms) {
    SmallVector<Id, 6> all;
    for (Id term : terms)
      if (values[term].kind == Kind::Sum)
        append_range(all, values[term].operands);
      else
        all.push_back(term);
    return number({Kind::Sum, 0, sorted(std::move(all))});
  }

private:
  enum class Kind : uint8_t {
    Param,
    Constant,
    Product,
    Sum,
    And,
    Or,
    ShiftLeft,
    ShiftRight,
  };
  struct Value {
    Kind kind;
    uint64_t bits;
    SmallVector<Id, 6> operands;
    bool operator<(const Value &o) const {
      return std::tie(kind, bits, operands) <
             std::tie(o.kind, o.bits, o.operands);
    }
  };
  static SmallVector<Id, 6> sorted(SmallVector<Id, 6> ids) {
    llvm::sort(ids);
    return ids;
  }
  Id number(const Value &value) {
    auto [known, isNew] = ids.try_emplace(value, values.size());
    if (isNew)
      values.push_back(value);
    return known->second;
  }

  std::map<Value, Id> ids;
  std::vector<Value> values;
};

// Evaluates a body of those instructions that multiplication needs; after any
// other it has not understood.
class Evaluator : public AcceptingVisitor {
public:
  struct Store {
    Values::Id value;
    uint64_t offset;
    uint32_t memory;
  };

  Evaluator(Values &values, uint32_t parameters) : values(values) {
    for (uint32_t i = 0; i < parameters; ++i)
      localValues.push_back(values.param(i));
  }
  bool hasUnderstood() const { return seen == understood; }

  // Before each instruction; those that are understood count along.
  void atOffset(uint64_t) { ++seen; }
  void locals(uint32_t count, ValType) {
    if (count > maxBodyBytes)
      ++seen;
    else
      localValues.append(count, values.constant(0));
  }
  void LocalGet(const LocalImm &imm) {
    if (imm.index < localValues.size())
      push(localValues[imm.index]);
  }
  void LocalSet(const LocalImm &imm) {
    LocalTee(imm);
    if (hasUnderstood())
      stack.pop_back();
  }
  void LocalTee(const LocalImm &imm) {
    if (imm.index < localValues.size() && has(1)) {
      localValues[imm.index] = stack.back();
      ++understood;
    }
  }
  void I64Const(const I64Imm &imm) { push(values.constant(imm.value)); }
  void I64Mul(const NoneImm &) {
    binary([&](auto a, auto b) { return values.product(a, b); });
  }
  void I64Add(const NoneImm &) {
    binary([&](auto a, auto b) { return values.sum({a, b}); });
  }
  void I64And(const NoneImm &) {
    binary([&](auto a, auto b) { return values.bitAnd(a, b); });
  }
  void I64Or(const NoneImm &) {
    binary([&](auto a, auto b) { return values.bitOr(a, b); });
  }
  void I64Shl(const NoneImm &) {
    binary([&](auto a, auto b) { return values.shift(true, a, b); });
  }
  void I64ShrU(const NoneImm &) {
    binary([&](auto a, auto b) { return values.shift(false, a, b); });
  }
  void I64Store(const MemArgImm &imm) {
    if (!has(2))
      return;
    Values::Id value = stack.pop_back_val();
    if (stack.pop_back_val() != values.param(0))
      return;
    stores.push_back({value, imm.offset, imm.memory});
    ++understood;
  }
  void End(const NoneImm &) { ++understood; }

  SmallVector<Store, 2> stores;

private:
  // Whether all is understood but for the instruction at hand, which has that
  // many operands.
  bool has(size_t operands) const {
    return seen == understood + 1 && stack.size() >= operands;
  }
  void push(Values::Id value) {
    if (!has(0))
      return;
    stack.push_back(value);
    ++understood;
  }
  template <class Operation> void binary(Operation operation) {
    if (!has(2))
      return;
    Values::Id right = stack.pop_back_val();
    Values::Id left = stack.pop_back_val();
    push(operation(left, right));
  }

  Values &values;
  SmallVector<Values::Id, 8> localValues;
  SmallVector<Values::Id, 16> stack;
  unsigned seen = 0, understood = 0;
};

} // namespace

// The definition, with the two middle products added in either order: with
// 32-bit digits a = a1:a0 and b = b1:b0,
//   t = first + (a0 * b0 >> 32),  u = second + (t mod 2^32)
//   low = u << 32 | a0 * b0 mod 2^32
//   high = a1 * b1 + (t >> 32) + (u >> 32) + aLow * bHigh + aHigh * bLow
// without the products of halves that are always zero.
static bool isProduct(Values &values, const WideMultiply &multiply,
                      Values::Id low, Values::Id high) {
  using Id = Values::Id;
  Id mask = values.constant(0xffffffff), half = values.constant(32);
  auto lower = [&](Id value) { return values.bitAnd(value, mask); };
  auto upper = [&](Id value) { return values.shift(false, value, half); };
  Id a = values.param(multiply.aLow), b = values.param(multiply.bLow);
  Id lowest = values.product(lower(a), lower(b));
  Id middle[] = {values.product(upper(a), lower(b)),
                 values.product(lower(a), upper(b))};
  for (unsigned first : {0u, 1u}) {
    Id t = values.sum({middle[first], upper(lowest)});
    Id u = values.sum({middle[1 - first], lower(t)});
    Id expectedLow = values.bitOr(values.shift(true, u, half), lower(lowest));
    SmallVector<Id, 5> terms = {values.product(upper(a), upper(b)), upper(t),
                                upper(u)};
    if (multiply.aHigh)
      terms.push_back(values.product(values.param(multiply.aHigh), b));
    if (multiply.bHigh)
      terms.push_back(values.product(a, values.param(multiply.bHigh)));
    if (low == expectedLow && high == values.sum(terms))
      return true;
  }
  return false;
}

static bool hasItsType(const FuncType &type) {
  using Kind = ValType::Kind;
  return type.results.empty() && type.params.size() >= 3 &&
         type.params.size() <= 5 && type.params[0] == Kind::I32 &&
         all_of(drop_begin(type.params),
                [](ValType param) { return param == Kind::I64; });
}

// What the parameters after the first may be.
static SmallVector<WideMultiply, 2> waysToMultiply(uint32_t parameters) {
  WideMultiply all;
  if (parameters == 5)
    return {all};
  WideMultiply longLeft = all, longRight = all;
  longLeft.bHigh = 0;
  longRight.aHigh = 0;
  longRight.bLow = 2;
  longRight.bHigh = 3;
  if (parameters == 4)
    return {longLeft, longRight};
  longRight.bHigh = 0;
  return {longRight};
}

std::optional<WideMultiply> matchWideMultiply(const Module &module,
                                              uint32_t funcidx,
                                              const ReaderOptions &options) {
  const FuncType &type = module.typeOfFunction(funcidx);
  if (!hasItsType(type) || module.functions[funcidx].body.size() > maxBodyBytes)
    return std::nullopt;
  Values values;
  Evaluator evaluator(values, type.params.size());
  if (Error error = visitFunction(module, funcidx, options, evaluator)) {
    consumeError(std::move(error));
    return std::nullopt;
  }
  ArrayRef<Evaluator::Store> stores = evaluator.stores;
  if (!evaluator.hasUnderstood() || stores.size() != 2 ||
      stores[0].memory != stores[1].memory ||
      stores[0].offset + stores[1].offset != 8 ||
      (stores[0].offset != 0 && stores[0].offset != 8))
    return std::nullopt;
  bool highFirst = stores[0].offset == 8;
  for (WideMultiply multiply : waysToMultiply(type.params.size())) {
    multiply.memory = stores[0].memory;
    multiply.highFirst = highFirst;
    if (isProduct(values, multiply, stores[highFirst].value,
                  stores[!highFirst].value))
      return multiply;
  }
  return std::nullopt;
}

} // namespace wasmc
