// A script on its way to a program; the header says more.

#include "ScriptPlan.h"
#include "Match.h"
#include "ModuleAssertions.h"
#include "Spectest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace wasmc {

struct ScriptScope {
  std::map<std::string, size_t> instances, registered; // units
  std::map<std::string, const Module *> definitions;
  std::map<std::string, uint32_t> threads;
  std::optional<size_t> lastInstance;
  const Module *lastDefinition = nullptr;
};

static void addU32(std::string &bytes, uint32_t value) {
  char text[4];
  support::endian::write32le(text, value);
  bytes.append(text, sizeof text);
}

static void addU64(std::string &bytes, uint64_t value) {
  addU32(bytes, uint32_t(value));
  addU32(bytes, uint32_t(value >> 32));
}

static std::string trapText(uint32_t trap) {
  switch (trap) {
#define TRAP(name, number, text)                                               \
  case number:                                                                 \
    return text;
#include "abi/Traps.def"
  }
  return "an unknown trap";
}

ScriptPlan::ScriptPlan(const std::vector<ScriptCommand> &script,
                       const ReaderOptions &reader,
                       const CodegenOptions &options)
    : reader(reader), options(options) {
  ScriptScope scope;
  planCommands(script, scope, program.commands);
}

void ScriptPlan::planCommands(const std::vector<ScriptCommand> &script,
                              ScriptScope &scope, std::string &bytes) {
  for (const ScriptCommand &command : script) {
    size_t index = commands.size();
    commands.push_back({&command, false, {}, ""});
    std::string failure = planCommand(command, scope, bytes);
    commands[index].failure = std::move(failure);
  }
}

std::string ScriptPlan::planCommand(const ScriptCommand &command,
                                    ScriptScope &scope, std::string &bytes) {
  using Kind = ScriptCommand::Kind;
  switch (command.kind) {
  case Kind::Module:
    return planModule(command, scope, bytes);
  case Kind::ModuleInstance:
    return planInstance(command, scope, bytes);
  case Kind::Register:
    return planRegister(command, scope);
  case Kind::Action:
  case Kind::AssertReturn:
  case Kind::AssertTrap:
  case Kind::AssertExhaustion:
  case Kind::AssertException:
    return planAction(command.action, scope, bytes);
  case Kind::AssertModuleTrap:
    return planModuleTrap(command, scope, bytes);
  case Kind::AssertInvalid:
  case Kind::AssertMalformed:
  case Kind::AssertInvalidCustom:
  case Kind::AssertMalformedCustom:
    return checkModuleAssertion(command, reader);
  case Kind::AssertUnlinkable:
    return planUnlinkable(command, scope, bytes);
  case Kind::Thread:
    return planThread(command, scope, bytes);
  case Kind::Wait:
    return planWait(command, scope, bytes);
  }
  llvm_unreachable("all kinds are listed");
}

// Modules and instances. -----------------------------------------------------

Expected<const Module *> ScriptPlan::load(const ScriptModule &module) {
  Expected<std::unique_ptr<Module>> loaded = loadModule(module, reader);
  if (!loaded)
    return loaded.takeError();
  modules.push_back(std::move(*loaded));
  return modules.back().get();
}

std::optional<size_t> ScriptPlan::findProvider(StringRef name,
                                               const ScriptScope &scope) {
  auto known = scope.registered.find(name.str());
  if (known != scope.registered.end())
    return known->second;
  if (name != "spectest")
    return std::nullopt;
  if (spectest)
    return spectest;
  static const AssembledText text = cantFail(assembleText(spectestSource));
  modules.push_back(cantFail(readModule(text.binary, reader)));
  cantFail(validateBodies(*modules.back(), reader));
  spectest = units.size();
  units.push_back({modules.back().get(), "spectest", {}});
  return spectest;
}

Expected<size_t> ScriptPlan::addUnit(const Module &module, StringRef name,
                                     const ScriptScope &scope) {
  ProgramUnit unit = {&module, name.str(), {}};
  for (const Import &import : module.imports)
    if (std::optional<size_t> provider = findProvider(import.module, scope))
      unit.providers[import.module.str()] = *provider;
  units.push_back(std::move(unit));
  if (Error error = checkImports(units, options)) {
    units.pop_back();
    return error;
  }
  return units.size() - 1;
}

static std::string unitName(const ScriptCommand &command, StringRef id) {
  std::string name = "line" + std::to_string(command.position.line);
  return id.empty() ? name : (id + "." + name).str();
}

std::string ScriptPlan::instantiate(const ScriptCommand &command,
                                    const Module &module, StringRef id,
                                    ScriptScope &scope, std::string &bytes) {
  Expected<size_t> unit = addUnit(module, unitName(command, id), scope);
  if (!unit)
    return toString(unit.takeError());
  scope.lastInstance = *unit;
  if (!id.empty())
    scope.instances[id.str()] = *unit;
  addCall({ScriptFunction::Kind::Instantiate, *unit, 0}, {}, {}, bytes);
  return "";
}

std::string ScriptPlan::planModule(const ScriptCommand &command,
                                   ScriptScope &scope, std::string &bytes) {
  const ScriptModule &source = command.module;
  if (!source.isDefinition) {
    // What fails is not there for the commands that follow.
    scope.lastInstance.reset();
    scope.instances.erase(source.id);
  }
  Expected<const Module *> module = load(source);
  if (!module)
    return toString(module.takeError());
  scope.lastDefinition = *module;
  if (!source.id.empty())
    scope.definitions[source.id] = *module;
  if (source.isDefinition)
    return "";
  return instantiate(command, **module, source.id, scope, bytes);
}

std::string ScriptPlan::planInstance(const ScriptCommand &command,
                                     ScriptScope &scope, std::string &bytes) {
  scope.lastInstance.reset();
  scope.instances.erase(command.name);
  const Module *module = scope.lastDefinition;
  if (!command.other.empty())
    module = scope.definitions[command.other];
  if (!module)
    return "there is no such module definition";
  return instantiate(command, *module, command.name, scope, bytes);
}

std::string ScriptPlan::planModuleTrap(const ScriptCommand &command,
                                       ScriptScope &scope, std::string &bytes) {
  Expected<const Module *> module = load(command.module);
  if (!module)
    return toString(module.takeError());
  Expected<size_t> unit =
      addUnit(**module, unitName(command, command.module.id), scope);
  if (!unit)
    return toString(unit.takeError());
  addCall({ScriptFunction::Kind::Instantiate, *unit, 0}, {}, {}, bytes);
  return "";
}

// Sizes of memories and tables that may have grown are compared when the
// program runs.
std::string ScriptPlan::planUnlinkable(const ScriptCommand &command,
                                       ScriptScope &scope, std::string &bytes) {
  Expected<const Module *> module = load(command.module);
  if (!module)
    return toString(module.takeError());
  Expected<size_t> unit =
      addUnit(**module, unitName(command, command.module.id), scope);
  if (unit) {
    addCall({ScriptFunction::Kind::Instantiate, *unit, 0}, {}, {}, bytes);
    return "";
  }
  std::string message = toString(unit.takeError());
  if (StringRef(message).contains(": " + command.text + ": "))
    return "";
  return "expected '" + command.text + "', got: " + message;
}

std::optional<size_t> ScriptPlan::findInstance(StringRef id,
                                               const ScriptScope &scope) const {
  if (id.empty())
    return scope.lastInstance;
  auto known = scope.instances.find(id.str());
  if (known == scope.instances.end())
    return std::nullopt;
  return known->second;
}

static std::string noInstance(StringRef id) {
  return id.empty() ? "there is no module"
                    : ("there is no module $" + id).str();
}

std::string ScriptPlan::planRegister(const ScriptCommand &command,
                                     ScriptScope &scope) {
  std::optional<size_t> unit = findInstance(command.name, scope);
  if (!unit) {
    scope.registered.erase(command.text);
    return noInstance(command.name);
  }
  scope.registered[command.text] = *unit;
  return "";
}

// Calls. ---------------------------------------------------------------------

uint32_t ScriptPlan::functionNumber(ScriptFunction function) {
  auto [it, isNew] =
      functionNumbers.try_emplace(function, program.functions.size());
  if (isNew)
    program.functions.push_back(function);
  return it->second;
}

void ScriptPlan::addCall(ScriptFunction function,
                         ArrayRef<ScriptValue> arguments,
                         ArrayRef<ValType> results, std::string &bytes) {
  PlannedCommand &planned = commands.back();
  planned.isCall = true;
  planned.results = results;
  bytes += char(WASMC_SCRIPT_CALL);
  addU32(bytes, commands.size() - 1);
  addU32(bytes, functionNumber(function));
  addU32(bytes, arguments.size());
  addU32(bytes, results.size());
  for (const ScriptValue &argument : arguments) {
    WasmcSlot slot = slotOf(argument);
    addU64(bytes, slot.low);
    addU64(bytes, slot.high);
  }
}

static std::string checkArguments(const ScriptAction &action,
                                  const FuncType &type) {
  if (action.args.size() != type.params.size())
    return "the call passes " + std::to_string(action.args.size()) +
           " arguments to a function of type " + toString(type);
  for (auto [argument, param] : zip_equal(action.args, type.params))
    if (!fitsType(argument, param))
      return "the call passes " + toString(argument) + " for a parameter of " +
             "type " + toString(param);
  return "";
}

std::string ScriptPlan::planAction(const ScriptAction &action,
                                   ScriptScope &scope, std::string &bytes) {
  std::optional<size_t> unit = findInstance(action.module, scope);
  if (!unit)
    return noInstance(action.module);
  const Module &module = *units[*unit].module;
  auto found = llvm::find_if(module.exports, [&](const Export &exported) {
    return exported.name == action.name;
  });
  bool isInvoke = action.kind == ScriptAction::Kind::Invoke;
  ExternKind kind = isInvoke ? ExternKind::Func : ExternKind::Global;
  if (found == module.exports.end() || found->kind != kind)
    return std::string("the module exports no ") +
           (isInvoke ? "function '" : "global '") + action.name + "'";
  if (!isInvoke) {
    const GlobalType &type = module.globals[found->index].type;
    addCall({ScriptFunction::Kind::Get, *unit, found->index}, {}, type.type,
            bytes);
    return "";
  }
  const FuncType &type = module.typeOfFunction(found->index);
  std::string problem = checkArguments(action, type);
  if (problem.empty())
    addCall({ScriptFunction::Kind::Call, *unit, found->index}, action.args,
            type.results, bytes);
  return problem;
}

// Threads. -------------------------------------------------------------------

// A thread sees the modules that are shared with it, under their ids alone.
std::string ScriptPlan::planThread(const ScriptCommand &command,
                                   ScriptScope &scope, std::string &bytes) {
  ScriptScope inner;
  for (const std::string &id : command.sharedModules) {
    std::optional<size_t> unit = findInstance(id, scope);
    if (!unit)
      return noInstance(id);
    inner.instances[id] = *unit;
  }
  uint32_t number = program.numThreads++;
  scope.threads[command.name] = number;
  std::string commandBytes;
  planCommands(command.commands, inner, commandBytes);
  bytes += char(WASMC_SCRIPT_THREAD);
  addU32(bytes, number);
  addU32(bytes, commandBytes.size());
  bytes += commandBytes;
  return "";
}

std::string ScriptPlan::planWait(const ScriptCommand &command,
                                 ScriptScope &scope, std::string &bytes) {
  auto known = scope.threads.find(command.name);
  if (known == scope.threads.end())
    return "there is no thread $" + command.name;
  bytes += char(WASMC_SCRIPT_WAIT);
  addU32(bytes, known->second);
  scope.threads.erase(known);
  return "";
}

// Verdicts. ------------------------------------------------------------------

static std::string describeResults(const PlannedCommand &planned,
                                   const CallOutcome &outcome) {
  if (outcome.trap)
    return "the trap '" + trapText(outcome.trap) + "'";
  std::string text;
  ArrayRef<ScriptValue> expected = planned.command->results;
  for (auto [i, type] : enumerate(planned.results)) {
    text += text.empty() ? "" : " ";
    text += toString(type, outcome.results[i],
                     i < expected.size() ? expected[i] : ScriptValue());
  }
  return text.empty() ? "no result" : text;
}

static bool matchesAll(const PlannedCommand &planned,
                       const CallOutcome &outcome) {
  ArrayRef<ScriptValue> expected = planned.command->results;
  if (outcome.trap || expected.size() != planned.results.size())
    return false;
  for (auto [i, type] : enumerate(planned.results))
    if (!matches(expected[i], type, outcome.results[i]))
      return false;
  return true;
}

// A script may give the number of the element after our words.
static bool isTrap(uint32_t trap, StringRef expected) {
  if (!trap)
    return false;
  std::string text = trapText(trap);
  if (givesReason(text, expected))
    return true;
  unsigned number;
  return expected.consume_front(text + " ") &&
         !expected.getAsInteger(10, number);
}

static std::string expectedText(const ScriptCommand &command) {
  using Kind = ScriptCommand::Kind;
  switch (command.kind) {
  case Kind::AssertReturn: {
    std::string text;
    for (const ScriptValue &value : command.results)
      text += (text.empty() ? "" : " ") + toString(value);
    return text.empty() ? "no result" : text;
  }
  case Kind::AssertTrap:
  case Kind::AssertModuleTrap:
  case Kind::AssertExhaustion:
    return "the trap '" + command.text + "'";
  case Kind::AssertUnlinkable:
    return "a module that cannot be linked (" + command.text + ")";
  case Kind::AssertException:
    return "an exception";
  default:
    return "no trap";
  }
}

std::string ScriptPlan::judge(const PlannedCommand &planned,
                              const CallOutcome &outcome) const {
  using Kind = ScriptCommand::Kind;
  const ScriptCommand &command = *planned.command;
  bool passed;
  switch (command.kind) {
  case Kind::AssertReturn:
    passed = matchesAll(planned, outcome);
    break;
  case Kind::AssertTrap:
  case Kind::AssertModuleTrap:
  case Kind::AssertExhaustion:
  case Kind::AssertUnlinkable:
    passed = isTrap(outcome.trap, command.text);
    break;
  case Kind::AssertException:
    passed = isTrap(outcome.trap, "uncaught exception");
    break;
  default:
    passed = outcome.trap == 0;
    break;
  }
  if (passed)
    return "";
  return "expected " + expectedText(command) + ", got " +
         describeResults(planned, outcome);
}

} // namespace wasmc
