// Recognises functions of C libraries; see the header.

#include "KnownFunctions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace wasmc {

// The linker leaves room for any index.
static constexpr size_t calleeBytes = 5;
static constexpr size_t digestBytes = 16; // of 32

namespace {

struct KnownBody {
  KnownFunction function;
  size_t parameters;
  size_t bytes;
  StringRef digest; // hexadecimal
  size_t callAt;    // 0: none
  KnownFunction callee;
};

constexpr KnownBody knownBodies[] = {
#define KNOWN_FUNCTION(Name, parameters, bytes, digest, callAt, callee)        \
  {KnownFunction::Name,  parameters, bytes, digest, callAt,                    \
   KnownFunction::callee},
#include "KnownFunctions.def"
};

} // namespace

static bool hasType(const FuncType &type, const KnownBody &known) {
  auto isI32 = [](ValType valType) {
    return valType.kind == ValType::Kind::I32;
  };
  return type.params.size() == known.parameters && type.results.size() == 1 &&
         all_of(type.params, isI32) && all_of(type.results, isI32);
}

static bool hasDigest(ArrayRef<uint8_t> body, const KnownBody &known) {
  SHA256 hash;
  if (known.callAt) {
    hash.update(body.take_front(known.callAt));
    hash.update(body.drop_front(known.callAt + calleeBytes));
  } else {
    hash.update(body);
  }
  std::array<uint8_t, 32> sum = hash.final();
  return toHex(ArrayRef(sum).take_front(digestBytes), /*LowerCase=*/true) ==
         known.digest;
}

// Whether what the body calls is the known function it has to be. The module
// is valid, so there is an index.
static bool hasCallee(ArrayRef<uint8_t> body, const KnownBody &known,
                      const DenseMap<uint32_t, KnownFunction> &found) {
  if (!known.callAt)
    return true;
  unsigned length = 0;
  uint64_t funcidx = decodeULEB128(body.data() + known.callAt, &length,
                                   body.data() + body.size());
  auto callee = found.find(uint32_t(funcidx));
  return length == calleeBytes && callee != found.end() &&
         callee->second == known.callee;
}

static void findWith(const Module &module, bool calling,
                     DenseMap<uint32_t, KnownFunction> &found) {
  for (uint32_t i = module.numImportedFunctions; i < module.functions.size();
       ++i) {
    ArrayRef<uint8_t> body = module.functions[i].body;
    for (const KnownBody &known : knownBodies)
      if (known.bytes == body.size() && (known.callAt != 0) == calling &&
          hasType(module.typeOfFunction(i), known) && hasDigest(body, known) &&
          hasCallee(body, known, found))
        found[i] = known.function;
  }
}

DenseMap<uint32_t, KnownFunction> findKnownFunctions(const Module &module) {
  DenseMap<uint32_t, KnownFunction> found;
  findWith(module, /*calling=*/false, found);
  findWith(module, /*calling=*/true, found);
  return found;
}

} // namespace wasmc
