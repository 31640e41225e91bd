// The one error type of the frontend: what is wrong with a module, and where.
//
// A hostile module ends its compilation at the first error. The wording of the
// message is the specification's where it has one ("type mismatch",
// "unexpected end", "integer representation too long").

#ifndef WASMC_FRONTEND_ERROR_H
#define WASMC_FRONTEND_ERROR_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include <cstdint>
#include <memory>
#include <string>

namespace wasmc {

class WasmError : public llvm::ErrorInfo<WasmError> {
public:
  enum class Kind {
    Malformed,   // the bytes are not a module (core spec chapter 5)
    Invalid,     // the module does not validate (core spec chapter 3)
    Unsupported, // valid WebAssembly that this version does not compile
    Limit,       // beyond an implementation limit (core spec appendix A.2)
  };

  static char ID;

  // `offset` counts bytes from the start of the module. `context` is empty or
  // a line such as "in function 12 'foo', at i32.add" printed under the error.
  WasmError(Kind kind, uint64_t offset, const llvm::Twine &message,
            const llvm::Twine &context = "")
      : kind(kind), offset(offset), message(message.str()),
        context(context.str()) {}

  void log(llvm::raw_ostream &os) const override;
  std::error_code convertToErrorCode() const override {
    return llvm::inconvertibleErrorCode();
  }

  Kind kind;
  uint64_t offset;
  std::string message;
  std::string context;
};

// Where the passes of the frontend, which report by returning false, leave
// their first error.
class ErrorSlot {
public:
  // Each records an error unless one is recorded already, and returns false.
  bool fail(WasmError::Kind kind, uint64_t offset, const llvm::Twine &message);
  bool malformed(uint64_t offset, const llvm::Twine &message) {
    return fail(WasmError::Kind::Malformed, offset, message);
  }
  bool invalid(uint64_t offset, const llvm::Twine &message) {
    return fail(WasmError::Kind::Invalid, offset, message);
  }

  bool hasError() const { return error != nullptr; }

  // The recorded error (or success), with a context line; the slot is empty
  // afterwards.
  llvm::Error take(const llvm::Twine &context = "");

private:
  std::unique_ptr<WasmError> error;
};

} // namespace wasmc

#endif
