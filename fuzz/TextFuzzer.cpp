// Feeds arbitrary text to the assembler and to the script parser. What
// assembles, the decoder must be able to read: it may be invalid, but never
// malformed.

#include "Frontend/Error.h"
#include "Frontend/ModuleReader.h"
#include "Frontend/Text/Script.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace wasmc;

static void checkReadable(const AssembledText &text) {
  const ReaderOptions options;
  auto check = [&](Error error) {
    handleAllErrors(std::move(error), [&](const WasmError &e) {
      if (e.kind != WasmError::Kind::Malformed)
        return;
      errs() << "assembled to a malformed module: " << e.message << '\n';
      abort();
    });
  };
  Expected<std::unique_ptr<Module>> module = readModule(text.binary, options);
  check(module ? validateBodies(**module, options) : module.takeError());
}

// The name is libFuzzer's. `data` holds `size` bytes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  StringRef source(reinterpret_cast<const char *>(data), size);
  Expected<AssembledText> text = assembleText(source);
  if (text)
    checkReadable(*text);
  else
    consumeError(text.takeError());
  Expected<std::vector<ScriptCommand>> script = parseScript(source);
  if (!script) {
    consumeError(script.takeError());
    return 0;
  }
  for (const ScriptCommand &command : *script)
    if (command.kind == ScriptCommand::Kind::Module &&
        command.module.form == ScriptModule::Form::Text &&
        command.module.error.empty())
      checkReadable(command.module.assembled);
  return 0;
}
