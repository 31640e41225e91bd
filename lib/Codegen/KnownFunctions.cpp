// Recognises functions of C libraries; see the header.

#include "KnownFunctions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/SHA256.h"

using namespace llvm;

namespace wasmc {

static constexpr size_t digestBytes = 16; // of 32

namespace {

struct KnownBody {
  KnownFunction function;
  size_t parameters, results;
  size_t bytes;     // without the index at callAt
  StringRef digest; // hexadecimal
  size_t callAt;    // 0: none
  KnownFunction callee;
};

constexpr KnownBody knownBodies[] = {
#define KNOWN_FUNCTION(Name, parameters, results, bytes, digest, callAt,       \
                       callee)                                                 \
  {KnownFunction::Name,  parameters, results, bytes, digest, callAt,           \
   KnownFunction::callee},
#include "KnownFunctions.def"
};

} // namespace

static bool hasType(const FuncType &type, const KnownBody &known) {
  auto isI32 = [](ValType valType) {
    return valType.kind == ValType::Kind::I32;
  };
  return type.params.size() == known.parameters &&
         type.results.size() == known.results && all_of(type.params, isI32) &&
         all_of(type.results, isI32);
}

static bool hasDigest(ArrayRef<uint8_t> body, const KnownBody &known,
                      size_t indexBytes) {
  SHA256 hash;
  hash.update(body.take_front(known.callAt));
  hash.update(body.drop_front(known.callAt + indexBytes));
  std::array<uint8_t, 32> sum = hash.final();
  return toHex(ArrayRef(sum).take_front(digestBytes), /*LowerCase=*/true) ==
         known.digest;
}

// Whether the body is the known one, which calls one of those `found`.
static bool isKnown(ArrayRef<uint8_t> body, const KnownBody &known,
                    const DenseMap<uint32_t, KnownFunction> &found) {
  unsigned indexBytes = 0;
  if (known.callAt) {
    if (body.size() <= known.bytes)
      return false;
    const char *error = nullptr;
    uint64_t funcidx = decodeULEB128(body.data() + known.callAt, &indexBytes,
                                     body.end(), &error);
    auto callee = found.find(uint32_t(funcidx));
    if (error || callee == found.end() || callee->second != known.callee)
      return false;
  }
  return known.bytes + indexBytes == body.size() &&
         hasDigest(body, known, indexBytes);
}

static void findWith(const Module &module, bool calling,
                     DenseMap<uint32_t, KnownFunction> &found) {
  for (uint32_t i = module.numImportedFunctions; i < module.functions.size();
       ++i) {
    ArrayRef<uint8_t> body = module.functions[i].body;
    for (const KnownBody &known : knownBodies)
      if ((known.callAt != 0) == calling &&
          hasType(module.typeOfFunction(i), known) &&
          isKnown(body, known, found))
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
