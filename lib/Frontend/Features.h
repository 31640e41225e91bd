// Which proposals a compilation accepts: the bits behind --enable-NAME and
// --disable-NAME.

#ifndef WASMC_FRONTEND_FEATURES_H
#define WASMC_FRONTEND_FEATURES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace wasmc {

enum class Feature : uint8_t {
#define FEATURE(Name, cliName, onByDefault, supported, title) Name,
#include "Features.def"
};

struct FeatureInfo {
  Feature feature;
  llvm::StringLiteral cliName;
  bool onByDefault;
  bool supported;
  llvm::StringLiteral title;
};

// Every row of Features.def, in order.
llvm::ArrayRef<FeatureInfo> allFeatures();

inline const FeatureInfo &featureInfo(Feature feature) {
  return allFeatures()[unsigned(feature)];
}

class FeatureSet {
public:
  // What is on by default.
  constexpr FeatureSet() {
#define FEATURE(Name, cliName, onByDefault, supported, title)                  \
  if (onByDefault)                                                             \
    bits |= bit(Feature::Name);
#include "Features.def"
  }

  constexpr bool has(Feature feature) const { return bits & bit(feature); }

  // Switches a feature by its command line name. Returns false if there is no
  // such feature, or if it can be switched to `on` only by a later version.
  bool set(llvm::StringRef cliName, bool on);

  static std::optional<Feature> byName(llvm::StringRef cliName);

  // Whether this version compiles the feature at all.
  static constexpr bool isSupported(Feature feature) {
    return supportedBits() & bit(feature);
  }

private:
  static constexpr uint32_t bit(Feature feature) {
    return uint32_t(1) << unsigned(feature);
  }
  static constexpr uint32_t supportedBits() {
    uint32_t result = 0;
#define FEATURE(Name, cliName, onByDefault, supported, title)                  \
  if (supported)                                                               \
    result |= bit(Feature::Name);
#include "Features.def"
    return result;
  }

  uint32_t bits = 0;
};

} // namespace wasmc

#endif
