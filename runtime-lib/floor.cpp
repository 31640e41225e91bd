// Rounds down, where the processor has no instruction for it.

#include "rounding.h"

extern "C" double floor(double x) { return roundDown(x); }
extern "C" float floorf(float x) { return roundDown(x); }
