/* A function of the host is called alike by tail calls and by references.
 *
 * RUN: %run_host %s %S/Inputs/tail.wat | FileCheck %s
 * RUN: %run_host --ways lib %s %S/Inputs/tail.wat -- -O0 | FileCheck %s
 * RUN: %run_host %s %S/Inputs/tail.wat -- --instances=many | FileCheck %s
 *
 * CHECK:      0: 30 7 4
 * CHECK-NEXT: 0: 21 7 4
 * CHECK-NEXT: 0: 30 7 4
 * CHECK-NEXT: exit status 0
 */
#include "tail.h"
#include <stdio.h>

void env_sum(wasmc_instance *instance, int32_t a, int32_t b, int32_t c,
             int32_t d, int32_t e, int32_t f, int64_t g, double h, int32_t *sum,
             int64_t *same, double *half) {
  (void)instance;
  *sum = a + b + c + d + e + f;
  *same = g;
  *half = h / 2;
}

int main(void) {
  tail_instance *tail;
  int32_t sum = 0, status, i;
  int64_t same = 0;
  double half = 0;
  if (tail_instantiate(&tail, NULL))
    return 1;
  status = tail_direct(tail, 1, 2, 3, 4, 5, 6, 7, 8, &sum, &same, &half);
  printf("%d: %d %d %g\n", status, sum, (int)same, half);
  for (i = 0; i < 2; ++i) {
    status = tail_indirect(tail, i, &sum, &same, &half);
    printf("%d: %d %d %g\n", status, sum, (int)same, half);
  }
  tail_free(tail);
  return 0;
}
