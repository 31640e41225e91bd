// rint by the name of LLVM's llvm.roundeven.

#include "rounding.h"

extern "C" double roundeven(double x) { return roundNearest(x); }
extern "C" float roundevenf(float x) { return roundNearest(x); }
