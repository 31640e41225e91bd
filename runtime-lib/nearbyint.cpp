// rint by the name LLVM calls when inexactness is not to be signalled.

#include "rounding.h"

extern "C" double nearbyint(double x) { return roundNearest(x); }
extern "C" float nearbyintf(float x) { return roundNearest(x); }
