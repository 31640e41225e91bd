// Reads modules and finds which imports which; see the header.

#include "Modules.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace wasmc {

bool isText(const DriverOptions &options, const LoadedModule &module) {
  if (options.inputFormat != InputFormat::Guess)
    return options.inputFormat == InputFormat::Text;
  return StringRef(module.input.path).ends_with(".wat") ||
         looksLikeText(module.bytes);
}

namespace {
// Depth-first: a module comes after all it imports.
class Ordering {
public:
  explicit Ordering(LoadedModules &modules)
      : modules(modules), states(modules.size()) {}

  Error visit(size_t index);
  std::vector<size_t> order;

  std::optional<size_t> find(StringRef name) const {
    for (size_t i = 0; i < modules.size(); ++i)
      if (modules[i]->input.name == name)
        return i;
    return std::nullopt;
  }

private:
  enum class State : uint8_t { New, Open, Done };
  LoadedModules &modules;
  std::vector<State> states;
  std::vector<StringRef> path;
};
} // namespace

Error Ordering::visit(size_t index) {
  if (states[index] == State::Done)
    return Error::success();
  path.push_back(modules[index]->input.name);
  if (states[index] == State::Open)
    return createStringError("modules import each other: " +
                             join(path, " -> "));
  states[index] = State::Open;
  for (const Import &import : modules[index]->module->imports)
    if (std::optional<size_t> provider = find(import.module))
      if (Error error = visit(*provider))
        return error;
  states[index] = State::Done;
  path.pop_back();
  order.push_back(index);
  return Error::success();
}

static std::optional<sys::fs::file_status> regularFile(StringRef path) {
  sys::fs::file_status status;
  if (path == "-" || sys::fs::status(path, status) ||
      !sys::fs::is_regular_file(status))
    return std::nullopt;
  return status;
}

void noteFile(LoadedModule &module) {
  module.status = regularFile(module.input.path);
}

Error checkUnchanged(const LoadedModules &modules) {
  for (const auto &module : modules) {
    if (!module->status)
      continue;
    std::optional<sys::fs::file_status> now = regularFile(module->input.path);
    if (!now || !(now->getUniqueID() == module->status->getUniqueID()) ||
        now->getSize() != module->status->getSize() ||
        now->getLastModificationTime() !=
            module->status->getLastModificationTime())
      return createStringError(
          "module '" + module->input.path +
          "' changed while it was compiled: compile again");
  }
  return Error::success();
}

static Error checkNames(const LoadedModules &modules) {
  for (size_t i = 0; i < modules.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      if (modules[i]->input.name == modules[j]->input.name)
        return createStringError("two modules are named '" +
                                 modules[i]->input.name +
                                 "'; --preload=NAME=MODULE names one anew");
  return Error::success();
}

Expected<std::vector<ProgramUnit>> orderModules(LoadedModules &modules) {
  if (Error error = checkNames(modules))
    return error;
  Ordering ordering(modules);
  for (size_t i = 0; i < modules.size(); ++i)
    if (Error error = ordering.visit(i))
      return error;
  LoadedModules sorted;
  for (size_t index : ordering.order)
    sorted.push_back(std::move(modules[index]));
  modules = std::move(sorted);

  Ordering names(modules);
  std::vector<ProgramUnit> units;
  for (const auto &loaded : modules) {
    ProgramUnit unit;
    unit.module = loaded->module.get();
    unit.name = loaded->input.name;
    for (const Import &import : loaded->module->imports)
      if (std::optional<size_t> provider = names.find(import.module))
        unit.providers[import.module.str()] = *provider;
    units.push_back(std::move(unit));
  }
  return units;
}

} // namespace wasmc
