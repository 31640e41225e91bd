/* Exceptions are caught within the call that throws them; beyond it they are a
 * trap of that call.
 *
 * RUN: %run_host %s %S/Inputs/thrower.wat | FileCheck %s
 * RUN: %run_host %s %S/Inputs/thrower.wat -- --instances=many | FileCheck %s
 *
 * CHECK:      caught 0 42
 * CHECK-NEXT: uncaught 15 uncaught exception
 * CHECK-NEXT: in between 15
 * CHECK-NEXT: across 0 -1
 * CHECK-NEXT: caught 0 43
 * CHECK-NEXT: exit status 0
 */
#include "thrower.h"
#include <stdio.h>

static thrower_instance *thrower;

int32_t env_middle(wasmc_instance *instance, int32_t a) {
  (void)instance;
  printf("in between %d\n", thrower_uncaught(thrower, a));
  return 0;
}

int main(void) {
  int32_t number = 0;
  int status = thrower_instantiate(&thrower, NULL);
  if (status)
    return status;
  status = thrower_caught(thrower, 42, &number);
  printf("caught %d %d\n", status, number);
  status = thrower_uncaught(thrower, 1);
  printf("uncaught %d %s\n", status, thrower_error());
  status = thrower_across(thrower, 1, &number);
  printf("across %d %d\n", status, number);
  status = thrower_caught(thrower, 43, &number);
  printf("caught %d %d\n", status, number);
  thrower_free(thrower);
  return 0;
}
