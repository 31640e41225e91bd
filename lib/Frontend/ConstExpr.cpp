// Constant expressions (core spec 3.4.13) use the decoder and the rules of
// function bodies, narrowed to the instructions that are constant.

#include "ConstExpr.h"
#include "FunctionValidator.h"
#include "StructureVisitor.h"
#include "llvm/Support/Endian.h"

using namespace llvm;
using namespace wasmc;

namespace {

// Refuses every instruction; those that are constant hide its methods.
class NotConstant {
public:
#define OPCODE(prefix, code, Name, text, Immediate, signature, feature)        \
  bool Name(const Immediate##Imm &) { return refuse(text); }
#include "Opcodes.def"

protected:
  NotConstant(FunctionValidator &validator, ErrorSlot &errors)
      : validator(validator), errors(errors) {}
  bool refuse(const char *text) {
    return errors.invalid(validator.currentOffset(),
                          Twine("constant expression required, got ") + text);
  }

  FunctionValidator &validator;
  ErrorSlot &errors;
};

class ConstExprVisitor : public NotConstant {
  using Op = ConstInstr::Op;

public:
  ConstExprVisitor(Module &module, FunctionValidator &validator, Decoder &in,
                   ErrorSlot &errors, ConstExpr &expr)
      : NotConstant(validator, errors), module(module), in(in), expr(expr) {}

  void atOffset(uint64_t offset) { validator.atOffset(offset); }

  bool I32Const(const I32Imm &imm) {
    return constant(Op::I32Const, imm.value, "i_");
  }
  bool I64Const(const I64Imm &imm) {
    return constant(Op::I64Const, imm.value, "l_");
  }
  bool F32Const(const F32Imm &imm) {
    return constant(Op::F32Const, imm.bits, "f_");
  }
  bool F64Const(const F64Imm &imm) {
    return constant(Op::F64Const, imm.bits, "d_");
  }
  bool V128Const(const V128Imm &imm) {
    constant(Op::V128Const, support::endian::read64le(imm.bytes), "v_");
    expr.instrs.back().highBits = support::endian::read64le(imm.bytes + 8);
    return true;
  }
  bool RefNull(const RefTypeImm &imm) {
    expr.instrs.push_back({Op::RefNull, 0, 0, 0, imm.type});
    return validator.RefNull(imm);
  }
  bool RefFunc(const FuncImm &imm) {
    if (imm.index < module.functions.size())
      module.declaredFunctions[imm.index] = true;
    if (!validator.RefFunc(imm))
      return false;
    expr.instrs.push_back(
        {Op::RefFunc, 0, 0, imm.index, module.refTypeOf(imm.index)});
    return true;
  }
  bool GlobalGet(const GlobalImm &imm);

  bool I32Add(const NoneImm &) { return extended(Op::I32Add, "i_ii"); }
  bool I32Sub(const NoneImm &) { return extended(Op::I32Sub, "i_ii"); }
  bool I32Mul(const NoneImm &) { return extended(Op::I32Mul, "i_ii"); }
  bool I64Add(const NoneImm &) { return extended(Op::I64Add, "l_ll"); }
  bool I64Sub(const NoneImm &) { return extended(Op::I64Sub, "l_ll"); }
  bool I64Mul(const NoneImm &) { return extended(Op::I64Mul, "l_ll"); }

  bool End(const NoneImm &imm) { return validator.End(imm); }

private:
  bool constant(Op op, uint64_t bits, const char *signature) {
    Signature parsed = Signature::parse(signature);
    expr.instrs.push_back({op, bits, 0, 0, parsed.result(0)});
    return validator.bySignature(parsed);
  }
  bool extended(Op op, const char *signature) {
    return in.require(Feature::ExtendedConst, validator.currentOffset(),
                      "arithmetic in a constant expression") &&
           constant(op, 0, signature);
  }

  Module &module;
  Decoder &in;
  ConstExpr &expr;
};

} // namespace

// In WebAssembly 2.0, only imported globals have a value before any initialiser
// has run.
bool ConstExprVisitor::GlobalGet(const GlobalImm &imm) {
  if (!validator.GlobalGet(imm))
    return false;
  const Global &global = module.globals[imm.index];
  if (global.type.isMutable)
    return refuse("global.get of a mutable global");
  if (!global.isImport &&
      !in.require(Feature::FunctionReferences, validator.currentOffset(),
                  "global.get of a defined global in a constant expression"))
    return false;
  expr.instrs.push_back({Op::GlobalGet, 0, 0, imm.index, global.type.type});
  return true;
}

bool wasmc::readConstExpr(Module &module, Decoder &in, ErrorSlot &errors,
                          ValType type, ConstExpr &expr) {
  expr.offset = in.offset();
  // What is malformed is not invalid, even further on.
  Decoder ahead = in;
  StructureVisitor structure(errors);
  CodeReader<StructureVisitor> decoder(module, ahead, errors, structure);
  decoder.ignoreUnknownTypes();
  if (!decoder.readExpr())
    return false;
  FunctionValidator validator(module, errors);
  validator.begin({}, type);
  ConstExprVisitor visitor(module, validator, in, errors, expr);
  CodeReader<ConstExprVisitor> reader(module, in, errors, visitor);
  return reader.readExpr();
}
