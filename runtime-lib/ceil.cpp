// Rounds up, where the processor has no instruction for it.

#include "rounding.h"

extern "C" double ceil(double x) { return roundUp(x); }
extern "C" float ceilf(float x) { return roundUp(x); }
