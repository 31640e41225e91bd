// What a reader accepts.

#ifndef WASMC_FRONTEND_READEROPTIONS_H
#define WASMC_FRONTEND_READEROPTIONS_H

#include "Features.h"
#include "Limits.h"

namespace wasmc {

struct ReaderOptions {
  FeatureSet features;         // Features.h: those switched on
  ImplementationLimits limits; // Limits.h: the JS API's by default
};

} // namespace wasmc

#endif
