// Reads what sections and bodies have in common: types, and the checks that a
// proposal is switched on and a number within its limit.

#ifndef WASMC_FRONTEND_DECODER_H
#define WASMC_FRONTEND_DECODER_H

#include "ByteReader.h"
#include "ReaderOptions.h"
#include "Types.h"
#include <vector>

namespace wasmc {

class Decoder : public ByteReader {
public:
  // `canonicalTypes` tells which type indices exist and what they become.
  Decoder(llvm::ArrayRef<uint8_t> bytes, uint64_t baseOffset,
          const ReaderOptions &options,
          const std::vector<uint32_t> &canonicalTypes, ErrorSlot &errors)
      : ByteReader(bytes, baseOffset, errors), options(options),
        canonicalTypes(canonicalTypes) {}

  bool readValType(ValType &type);
  bool readRefType(ValType &type);
  // The operand of ref.null, as the type that it results in.
  bool readHeapType(ValType &type);

  // Whether `feature` may be used by what stands at `offset`; `what` names it
  // in the error.
  bool require(Feature feature, uint64_t offset, llvm::StringRef what) {
    return (FeatureSet::isSupported(feature) &&
            options.features.has(feature)) ||
           refuse(feature, offset, what);
  }

  // Whether `value` is within the limit.
  bool within(uint64_t ImplementationLimits::*limit, uint64_t value,
              uint64_t offset);

  const ReaderOptions &options;

private:
  // The rest of a reference type whose first byte stood at `start`; `what`
  // names it in errors.
  bool readRefTypeAfter(uint8_t byte, uint64_t start, llvm::StringRef malformed,
                        llvm::StringRef what, ValType &type);
  bool refuse(Feature feature, uint64_t offset, llvm::StringRef what);

  const std::vector<uint32_t> &canonicalTypes;
};

} // namespace wasmc

#endif
