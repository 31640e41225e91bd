// The first pass over all bodies: validates them and gathers what the code
// generator wants to know about the whole module before it starts.

#include "FunctionValidator.h"
#include "ModuleReader.h"

using namespace llvm;
using namespace wasmc;

namespace {

class FactsVisitor : public AcceptingVisitor {
public:
  FactsVisitor(ModuleFacts &facts) : facts(facts) {}

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
  void Throw(const TagImm &) { facts.usesExceptions = true; }
  void ThrowRef(const NoneImm &) { facts.usesExceptions = true; }
  void Try(const BlockImm &) { facts.usesExceptions = true; }
  void TryTable(const TryTableImm &) { facts.usesExceptions = true; }
  void ReturnCall(const FuncImm &) { facts.usesTailCalls = true; }
  void ReturnCallIndirect(const CallIndirectImm &) {
    facts.usesTailCalls = true;
  }
  void ReturnCallRef(const TypeImm &) { facts.usesTailCalls = true; }

private:
  ModuleFacts &facts;
};

} // namespace

// What holds whatever the bodies say.
static ModuleFacts factsOfDeclarations(const Module &module) {
  ModuleFacts facts;
  facts.tableWritten.resize(module.tables.size());
  facts.globalWritten.resize(module.globals.size());
  facts.functionReferenced = module.declaredFunctions;
  if (module.start)
    facts.functionReferenced[*module.start] = true;
  return facts;
}

Error wasmc::validateBodies(Module &module, const ReaderOptions &options) {
  module.facts = factsOfDeclarations(module);
  FactsVisitor visitor(module.facts);
  for (size_t i = module.numImportedFunctions; i < module.functions.size(); ++i)
    if (Error error = visitFunction(module, i, options, visitor))
      return error;
  return Error::success();
}
