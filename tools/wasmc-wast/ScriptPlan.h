// A script on its way to a program: which modules it is made of, what each
// command calls, and the verdict on commands that need no program.

#ifndef WASMC_WAST_SCRIPTPLAN_H
#define WASMC_WAST_SCRIPTPLAN_H

#include "Codegen/Compile.h"
#include "Codegen/ScriptProgram.h"
#include "Frontend/Text/Script.h"
#include <map>
#include <optional>

namespace wasmc {

// What became of a call.
struct CallOutcome {
  uint32_t trap = 0; // abi/Traps.def; 0 if it returned
  std::vector<WasmcSlot> results;
};

struct PlannedCommand {
  const ScriptCommand *command;
  // Whether the program makes a call for it, which decides.
  bool isCall = false;
  llvm::ArrayRef<ValType> results; // of the call
  std::string failure;             // why it fails; else "" or not known yet
};

// Where instances, definitions and registered modules are found: a script has
// one, and each of its threads.
struct ScriptScope;

class ScriptPlan {
public:
  // Plans every command; both arguments must outlive the plan.
  ScriptPlan(const std::vector<ScriptCommand> &script,
             const ReaderOptions &reader, const CodegenOptions &options);

  // The verdict on a planned call: why it fails, or "".
  std::string judge(const PlannedCommand &planned,
                    const CallOutcome &outcome) const;

  bool needsProgram() const { return !program.functions.empty(); }

  // In the script's order, those of threads among them. The program reports
  // each call by its index here.
  std::vector<PlannedCommand> commands;
  std::vector<ProgramUnit> units;
  ScriptProgram program;

private:
  void planCommands(const std::vector<ScriptCommand> &script,
                    ScriptScope &scope, std::string &bytes);
  // Each returns why the command fails, or "".
  std::string planCommand(const ScriptCommand &command, ScriptScope &scope,
                          std::string &bytes);
  std::string planModule(const ScriptCommand &command, ScriptScope &scope,
                         std::string &bytes);
  std::string planInstance(const ScriptCommand &command, ScriptScope &scope,
                           std::string &bytes);
  // Adds an instance that later commands call, as `id` if it is not empty.
  std::string instantiate(const ScriptCommand &command, const Module &module,
                          llvm::StringRef id, ScriptScope &scope,
                          std::string &bytes);
  std::string planModuleTrap(const ScriptCommand &command, ScriptScope &scope,
                             std::string &bytes);
  std::string planUnlinkable(const ScriptCommand &command, ScriptScope &scope,
                             std::string &bytes);
  std::string planAction(const ScriptAction &action, ScriptScope &scope,
                         std::string &bytes);
  std::string planRegister(const ScriptCommand &command, ScriptScope &scope);
  std::string planThread(const ScriptCommand &command, ScriptScope &scope,
                         std::string &bytes);
  std::string planWait(const ScriptCommand &command, ScriptScope &scope,
                       std::string &bytes);

  llvm::Expected<const Module *> load(const ScriptModule &module);
  // Adds an instance to the program if its imports can be resolved.
  llvm::Expected<size_t> addUnit(const Module &module, llvm::StringRef name,
                                 const ScriptScope &scope);
  std::optional<size_t> findInstance(llvm::StringRef id,
                                     const ScriptScope &scope) const;
  std::optional<size_t> findProvider(llvm::StringRef name,
                                     const ScriptScope &scope);
  // Appends a call for the command that is being planned.
  void addCall(ScriptFunction function, llvm::ArrayRef<ScriptValue> arguments,
               llvm::ArrayRef<ValType> results, std::string &bytes);
  uint32_t functionNumber(ScriptFunction function);

  const ReaderOptions &reader;
  const CodegenOptions &options;
  std::vector<std::unique_ptr<Module>> modules;
  std::map<ScriptFunction, uint32_t> functionNumbers;
  std::optional<size_t> spectest; // its unit
};

} // namespace wasmc

#endif
