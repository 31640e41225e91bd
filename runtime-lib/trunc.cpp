// Rounds toward zero, where the processor has no instruction for it.

#include "rounding.h"

extern "C" double trunc(double x) { return roundTowardZero(x); }
extern "C" float truncf(float x) { return roundTowardZero(x); }
