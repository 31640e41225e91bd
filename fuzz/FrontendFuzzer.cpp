// Feeds arbitrary bytes to the decoder, the validator and the dump. Whatever
// they are, the answer is a module or an error: no crash, no undefined
// behaviour, bounded memory and time.

#include "Frontend/Dump.h"
#include "Frontend/ModuleReader.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace wasmc;

// The name is libFuzzer's. `data` holds `size` bytes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const ReaderOptions options;
  StringRef bytes(reinterpret_cast<const char *>(data), size);
  Expected<std::unique_ptr<Module>> module = readModule(bytes, options);
  if (!module) {
    consumeError(module.takeError());
    return 0;
  }
  consumeError(validateBodies(**module, options));
  raw_null_ostream os;
  dumpModule(os, **module, options, /*code=*/true);
  return 0;
}
