// A make rule for the output, in the form clang's -MD has, which ninja reads
// as well.

#include "DepFile.h"
#include "Options.h"
#include "Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace wasmc {

// Backslashes count only before a space or '#'.
std::string quoteForMake(StringRef path) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    if (path[i] == '$')
      out += '$';
    if (path[i] == ' ' || path[i] == '#') {
      for (size_t j = i; j > 0 && path[j - 1] == '\\'; --j)
        out += '\\';
      out += '\\';
    }
    out += path[i];
  }
  return out;
}

// Standard input is no file that a build could watch.
static std::vector<std::string> dependencies(const DriverOptions &options) {
  std::vector<std::string> files;
  auto add = [&](const std::string &path) {
    std::string quoted = quoteForMake(path);
    if (path != "-" && !is_contained(files, quoted))
      files.push_back(quoted);
  };
  for (const InputModule &input : options.inputs)
    add(input.path);
  for (const std::string &path : options.hostObjects)
    add(path);
  for (const std::string &path : options.depFile.additionalInputs)
    add(path);
  return files;
}

std::string depFileText(const DriverOptions &options) {
  const std::vector<std::string> files = dependencies(options);
  std::string text = join(options.depFile.targets, " ") + ":";
  for (const std::string &file : files)
    text += " \\\n  " + file;
  text += '\n';
  if (options.depFile.phonyTargets)
    for (const std::string &file : files)
      text += "\n" + file + ":\n";
  return text;
}

Error writeDepFile(const DriverOptions &options) {
  OutputFile output(options.depFile.path);
  if (Error error = output.open(/*executable=*/false))
    return error;
  if (Error error = output.write(depFileText(options)))
    return error;
  return output.commit();
}

} // namespace wasmc
