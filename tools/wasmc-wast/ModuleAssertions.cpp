// What a script says about a module without running it.

#include "ModuleAssertions.h"
#include "Frontend/Error.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace wasmc {

Expected<std::unique_ptr<Module>> loadModule(const ScriptModule &module,
                                             const ReaderOptions &reader) {
  if (!module.error.empty())
    return createStringError(module.error);
  const AssembledText &text = module.assembled;
  Expected<std::unique_ptr<Module>> loaded = readModule(text.binary, reader);
  if (!loaded)
    return text.locate(loaded.takeError());
  if (Error error = validateBodies(**loaded, reader))
    return text.locate(std::move(error));
  return loaded;
}

bool givesReason(StringRef message, StringRef expected) {
  // What follows a colon tells, in the reference interpreter's own way, which
  // types did not match.
  return message.starts_with(expected.split(": ").first);
}

// "12:34: message" as "message".
static StringRef withoutPosition(StringRef text) {
  for (int i = 0; i < 2; ++i) {
    text = text.drop_while(isDigit);
    text.consume_front(":");
  }
  return text.ltrim();
}

namespace {
struct Rejection {
  enum class Kind { None, Malformed, Invalid, Other };
  Kind kind = Kind::None;
  std::string message;
};
} // namespace

// How the module is rejected, if it is.
static Rejection rejectionOf(const ScriptModule &module,
                             const ReaderOptions &reader) {
  if (!module.error.empty())
    return {Rejection::Kind::Malformed, withoutPosition(module.error).str()};
  Expected<std::unique_ptr<Module>> loaded =
      readModule(module.assembled.binary, reader);
  Error error = loaded ? validateBodies(**loaded, reader) : loaded.takeError();
  Rejection rejection;
  handleAllErrors(std::move(error), [&](const WasmError &wasmError) {
    using Kind = WasmError::Kind;
    rejection.kind =
        wasmError.kind == Kind::Malformed ? Rejection::Kind::Malformed
        : wasmError.kind == Kind::Invalid ? Rejection::Kind::Invalid
                                          : Rejection::Kind::Other;
    rejection.message = wasmError.message;
  });
  return rejection;
}

std::string checkModuleAssertion(const ScriptCommand &command,
                                 const ReaderOptions &reader) {
  using Kind = ScriptCommand::Kind;
  bool isInvalid = command.kind == Kind::AssertInvalid ||
                   command.kind == Kind::AssertInvalidCustom;
  Rejection rejection = rejectionOf(command.module, reader);
  auto expected =
      isInvalid ? Rejection::Kind::Invalid : Rejection::Kind::Malformed;
  std::string intro = std::string("expected the module to be ") +
                      (isInvalid ? "invalid" : "malformed") + " (" +
                      command.text + "), got ";
  if (rejection.kind == Rejection::Kind::None)
    return intro + "no error";
  // A text's annotations are checked as it is read.
  if (command.kind == Kind::AssertInvalidCustom)
    expected = rejection.kind;
  if (rejection.kind != expected)
    return intro +
           (rejection.kind == Rejection::Kind::Malformed ? "malformed: "
            : rejection.kind == Rejection::Kind::Invalid ? "invalid: "
                                                         : "") +
           rejection.message;
  if (!givesReason(rejection.message, command.text))
    return intro + "'" + rejection.message + "'";
  return "";
}

} // namespace wasmc
