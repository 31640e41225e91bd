// Rounds to nearest, ties to even: the only rounding mode there is.

#include "rounding.h"

extern "C" double rint(double x) { return roundNearest(x); }
extern "C" float rintf(float x) { return roundNearest(x); }
