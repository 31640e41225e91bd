/* The module computes as WebAssembly says, whatever rounding the host has, and
 * the host's stays.
 *
 * RUN: %run_host --ways lib %s %S/Inputs/floats.wat | FileCheck %s
 *
 * CHECK:      guest 1 1
 * CHECK-NEXT: host 0
 * CHECK-NEXT: exit status 0
 */
#include "floats.h"
#include <stdio.h>
#include <xmmintrin.h>

int main(void) {
  floats_instance *floats;
  volatile float tiny = 1e-38f, divisor = 16;
  int32_t isKept = 0, isNearest = 0;
  if (floats_instantiate(&floats, NULL))
    return 1;
  /* Subnormal numbers are zero, and results are rounded up. */
  _mm_setcsr(_mm_getcsr() | 0x8040 | 0x4000);
  if (floats_keeps_tiny(floats, tiny, &isKept) ||
      floats_rounds_to_nearest(floats, 1, &isNearest))
    return 2;
  printf("guest %d %d\n", isKept, isNearest);
  printf("host %d\n", tiny / divisor != 0);
  floats_free(floats);
  return 0;
}
