// How a WasmError prints: "0x1f3: type mismatch: ..." and its context line.

#include "Error.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace wasmc;

char WasmError::ID = 0;

void WasmError::log(raw_ostream &os) const {
  os << "0x";
  os.write_hex(offset) << ": " << message;
  if (!context.empty())
    os << "\n  " << context;
}

bool ErrorSlot::fail(WasmError::Kind kind, uint64_t offset,
                     const Twine &message) {
  if (!error)
    error = std::make_unique<WasmError>(kind, offset, message);
  return false;
}

Error ErrorSlot::take(const Twine &context) {
  if (!error)
    return Error::success();
  error->context = context.str();
  return Error(std::move(error));
}
