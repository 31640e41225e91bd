// The first pass over all bodies: validates them and gathers what the code
// generator wants to know about the whole module before it starts.

#include "BodyErrors.h"
#include "FunctionValidator.h"
#include "ModuleReader.h"

using namespace llvm;
using namespace wasmc;

namespace {

class FactsVisitor : public AcceptingVisitor {
public:
  FactsVisitor(ModuleFacts &facts) : facts(facts) {}

  // The function that is visited next.
  void enter(uint32_t index) { funcidx = index; }

  void TableSet(const TableImm &imm) { facts.tableWritten[imm.index] = true; }
  void TableGrow(const TableImm &imm) { facts.tableWritten[imm.index] = true; }
  void TableFill(const TableImm &imm) { facts.tableWritten[imm.index] = true; }
  void TableCopy(const TableTableImm &imm) {
    facts.tableWritten[imm.dst] = facts.tableWritten[imm.src] = true;
  }
  void TableInit(const ElemTableImm &imm) {
    facts.tableWritten[imm.table] = true;
  }
  void GlobalSet(const GlobalImm &imm) {
    facts.globalWritten[imm.index] = true;
  }
  void MemoryGrow(const MemoryImm &) { facts.growsMemory = true; }
  void Throw(const TagImm &) { throws(); }
  void ThrowRef(const NoneImm &) { throws(); }
  void Rethrow(const LabelImm &) { throws(); }
  void Try(const BlockImm &) { facts.usesExceptions = true; }
  void TryTable(const TryTableImm &) { facts.usesExceptions = true; }
  void Call(const FuncImm &imm) {
    if (!facts.functionThrows.empty())
      facts.directCalls.push_back({funcidx, imm.index});
  }
  void CallIndirect(const CallIndirectImm &) { callsAny(); }
  void CallRef(const TypeImm &) { callsAny(); }
  void ReturnCall(const FuncImm &imm) {
    facts.usesTailCalls = true;
    Call(imm);
  }
  void ReturnCallIndirect(const CallIndirectImm &) {
    facts.usesTailCalls = true;
    callsAny();
  }
  void ReturnCallRef(const TypeImm &) {
    facts.usesTailCalls = true;
    callsAny();
  }

private:
  void throws() {
    facts.usesExceptions = true;
    callsAny();
  }
  void callsAny() {
    if (!facts.functionThrows.empty())
      facts.functionThrows[funcidx] = true;
  }

  ModuleFacts &facts;
  uint32_t funcidx = 0;
};

} // namespace

// What holds whatever the bodies say.
static ModuleFacts factsOfDeclarations(const Module &module) {
  ModuleFacts facts;
  facts.tableWritten.resize(module.tables.size());
  facts.globalWritten.resize(module.globals.size());
  facts.functionReferenced = module.declaredFunctions;
  if (!module.tags.empty())
    facts.functionThrows.resize(module.functions.size());
  if (module.start)
    facts.functionReferenced[*module.start] = true;
  return facts;
}

Error wasmc::validateBodies(Module &module, const ReaderOptions &options) {
  module.facts = factsOfDeclarations(module);
  FactsVisitor visitor(module.facts);
  for (size_t i = module.numImportedFunctions; i < module.functions.size();
       ++i) {
    visitor.enter(i);
    if (Error error = visitFunction(module, i, options, visitor))
      return precedingBodyError(module, options, std::move(error));
  }
  return Error::success();
}
