// The C library's mathematics give the same bits as under node.
// REQUIRES: node
// RUN: %run_all %s --levels 0,1,2,3 --like-node

#include <math.h>
#include <stdio.h>

typedef double Function(double);
static double sum3(double x) { return fma(x, x, x) + hypot(x, 2) + cbrt(x); }
static double parts(double x) {
  int exponent;
  double whole, rest = modf(x, &whole);
  return frexp(x, &exponent) + exponent + whole + rest + ldexp(x, 3);
}
static double powers(double x) {
  return pow(x, 2.5) + pow(2, x) + fmod(x, 0.7) + atan2(x, 3) + remainder(x, 2);
}
static double rounded(double x) {
  return floor(x) + ceil(x) * 3 + trunc(x) * 5 + rint(x) * 7 + round(x) * 11 +
         nearbyint(x) * 13 + copysign(1, x) + fmin(x, 0.5) + fmax(x, -0.5);
}

int main(void) {
  static Function *const functions[] = {
      sin,  cos,   tan,  asin,  acos,  atan, sinh,  cosh,   tanh,  exp,
      exp2, expm1, log,  log2,  log10, log1p, sqrt, lgamma, tgamma, erf,
      sum3, parts, powers, rounded};
  static const double points[] = {-0.0, 0.25, -0.999, 0.5, 1,   1.5, 2.5,
                                  -2.5, 10,   1e-9,   1e5, 707, -3.75};
  for (unsigned f = 0; f < sizeof functions / sizeof *functions; ++f) {
    printf("%2u", f);
    for (unsigned p = 0; p < sizeof points / sizeof *points; ++p) {
      double value = functions[f](points[p]);
      if (isnan(value)) // whose bits may differ
        printf(" nan");
      else
        printf(" %a %a", value, (double)sqrtf((float)fabs(value)));
    }
    printf("\n");
  }
  return 0;
}
