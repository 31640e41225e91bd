// Decodes bodies once more, in order, when a module was found to be malformed.

#include "BodyErrors.h"
#include "Error.h"
#include "StructureVisitor.h"

using namespace llvm;
using namespace wasmc;

static bool isMalformed(const WasmError &error) {
  return error.kind == WasmError::Kind::Malformed;
}

// The error of a body that is malformed; success if it is not, even if it is
// wrong in another way.
static Error bodyError(const Module &module, uint32_t funcidx,
                       const ReaderOptions &options) {
  const Function &function = module.functions[funcidx];
  ErrorSlot errors;
  Decoder in(function.body, function.bodyOffset, options, module.canonicalTypes,
             errors);
  in.readBeyondEnd(module.bytes.end() - function.body.end());
  StructureVisitor visitor(errors);
  CodeReader<StructureVisitor> reader(module, in, errors, visitor);
  reader.ignoreUnknownTypes();
  if (reader.readBody(module.typeOfFunction(funcidx).params.size()))
    return Error::success();
  return handleErrors(
      errors.take("in function " + Twine(funcidx) + reader.errorPlace()),
      [](std::unique_ptr<WasmError> error) -> Error {
        return isMalformed(*error) ? Error(std::move(error)) : Error::success();
      });
}

Error wasmc::precedingBodyError(const Module &module,
                                const ReaderOptions &options, Error error) {
  bool malformed = false;
  error = handleErrors(std::move(error),
                       [&](std::unique_ptr<WasmError> known) -> Error {
                         malformed = isMalformed(*known);
                         return Error(std::move(known));
                       });
  if (!malformed)
    return error;
  for (uint32_t i = module.numImportedFunctions; i < module.functions.size();
       ++i) {
    if (!module.functions[i].body.data())
      break; // not read
    if (Error first = bodyError(module, i, options)) {
      consumeError(std::move(error));
      return first;
    }
  }
  return error;
}
