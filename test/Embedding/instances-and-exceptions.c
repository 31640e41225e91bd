/* Whoever catches an exception goes on with its own instance, also when it was
 * thrown behind tail calls and references.
 *
 * RUN: %run_host --ways lib,so %s %S/Inputs/catcher.wat -- --instances=many \
 * RUN:   | FileCheck %s
 * RUN: %run_host --ways lib %s %S/Inputs/catcher.wat -- --instances=many -O0 \
 * RUN:   | FileCheck %s
 *
 * CHECK:      0 50005000, 0 5050
 * CHECK-NEXT: 30000 300
 * CHECK-NEXT: exit status 0
 */
#include "catcher.h"
#include <stdio.h>

int main(void) {
  catcher_instance *a, *b;
  int32_t many = 0, few = 0;
  int first, second;
  if (catcher_instantiate(&a, NULL) || catcher_instantiate(&b, NULL))
    return 1;
  first = catcher_run(a, 10000, &many);
  second = catcher_run(b, 100, &few);
  printf("%d %d, %d %d\n", first, many, second, few);
  printf("%d %d\n", catcher_get_g(a), catcher_get_g(b));
  catcher_free(a);
  catcher_free(b);
  return 0;
}
