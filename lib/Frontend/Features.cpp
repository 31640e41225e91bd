// Names of features; the sets themselves are bits in the header.

#include "Features.h"

using namespace llvm;
using namespace wasmc;

ArrayRef<FeatureInfo> wasmc::allFeatures() {
  static constexpr FeatureInfo infos[] = {
#define FEATURE(Name, cliName, onByDefault, supported, title)                  \
  {Feature::Name, cliName, onByDefault, supported, title},
#include "Features.def"
  };
  return infos;
}

std::optional<Feature> FeatureSet::byName(StringRef cliName) {
  for (const FeatureInfo &info : allFeatures())
    if (info.cliName == cliName)
      return info.feature;
  return std::nullopt;
}

bool FeatureSet::set(StringRef cliName, bool on) {
  std::optional<Feature> feature = byName(cliName);
  if (!feature || *feature == Feature::MVP || (on && !isSupported(*feature)))
    return false;
  bits = on ? bits | bit(*feature) : bits & ~bit(*feature);
  return true;
}
