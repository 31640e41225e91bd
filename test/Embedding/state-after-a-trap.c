/* What a module did before a trap stays done, and what comes after it was not.
 *
 * RUN: %run_host --ways lib,so %s %S/Inputs/state.wat | FileCheck %s
 * RUN: %run_host --ways lib %s %S/Inputs/state.wat -- -O0 | FileCheck %s
 * RUN: %run_host --ways lib %s %S/Inputs/state.wat -- --instances=many \
 * RUN:   | FileCheck %s
 *
 * CHECK:      unreachable 1: 11 11
 * CHECK-NEXT: divide 2: 12 12
 * CHECK-NEXT: load 5: 13 13
 * CHECK-NEXT: store 5: 14 14
 * CHECK-NEXT: indirect 8: 15 15
 * CHECK-NEXT: fill 5: 16 16
 * CHECK-NEXT: first byte 0
 * CHECK-NEXT: deep 10: 17 17
 * CHECK-NEXT: exit status 0
 */
#include "state.h"
#include <stdio.h>
#include <string.h>

static state_instance *state;

static void show(const char *what, wasmc_status status) {
  int32_t stored;
  memcpy(&stored, state_memory_data(state) + 8, sizeof stored);
  printf("%s %d: %d %d\n", what, status, stored, state_get_global(state));
}

int main(void) {
  if (state_instantiate(&state, NULL))
    return 1;
  show("unreachable", state_unreachable(state, 11));
  show("divide", state_divide(state, 12, NULL));
  show("load", state_load(state, 13, 65536, NULL));
  show("store", state_store(state, 14, 65536));
  show("indirect", state_indirect(state, 15));
  show("fill", state_fill(state, 16, 1000));
  printf("first byte %d\n", state_memory_data(state)[1000]);
  show("deep", state_deep(state, 17, NULL));
  state_free(state);
  return 0;
}
