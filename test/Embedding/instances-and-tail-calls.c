/* A million tail calls keep their instance, and need no stack.
 *
 * RUN: %run_host %s %S/Inputs/spinner.wat -- --instances=one > %t.one
 * RUN: %run_host %s %S/Inputs/spinner.wat -- --instances=many > %t.many
 * RUN: %run_host %s %S/Inputs/spinner.wat -- --instances=many -O0 > %t.plain
 * RUN: cmp %t.one %t.many && cmp %t.one %t.plain && FileCheck %s < %t.one
 *
 * CHECK:      0 1000001 {{-?[1-9]}}
 * CHECK-NEXT: exit status 0
 */
#include "spinner.h"
#include <stdio.h>

int main(void) {
  spinner_instance *spinner;
  int64_t sum = 0;
  int status;
  if (spinner_instantiate(&spinner, NULL))
    return 1;
  status = spinner_spin(spinner, 1000000, &sum);
  printf("%d %d %lld\n", status, spinner_get_count(spinner), (long long)sum);
  spinner_free(spinner);
  return 0;
}
