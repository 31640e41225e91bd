// Reads what sections and bodies have in common: types, and the checks that a
// proposal is switched on and a number within its limit.

#ifndef WASMC_FRONTEND_DECODER_H
#define WASMC_FRONTEND_DECODER_H

#include "ByteReader.h"
#include "ReaderOptions.h"
#include "Types.h"

namespace wasmc {

class Decoder : public ByteReader {
public:
  Decoder(llvm::ArrayRef<uint8_t> bytes, uint64_t baseOffset,
          const ReaderOptions &options, ErrorSlot &errors)
      : ByteReader(bytes, baseOffset, errors), options(options) {}

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
  bool refuse(Feature feature, uint64_t offset, llvm::StringRef what);
};

} // namespace wasmc

#endif
