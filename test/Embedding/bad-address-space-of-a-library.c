/* Without address space there is no instance, but the host goes on, and has one
 * when there is.
 *
 * RUN: rm -rf %t && mkdir %t && cd %t
 * RUN: %wasmc --emit=lib %S/Inputs/state.wat --emit-header -o libstate.a
 * RUN: gcc -Wall -Wextra -Werror -I. %s libstate.a -o host
 * RUN: ./host | FileCheck %s
 *
 * CHECK:      101 cannot reserve 8 GiB of address space for linear memory
 * CHECK-NEXT: 0
 * CHECK-NEXT: 1 7
 */
#include "state.h"
#include <stdio.h>
#include <sys/resource.h>

int main(void) {
  state_instance *state;
  struct rlimit limit;
  rlim_t before;
  int status;
  getrlimit(RLIMIT_AS, &limit);
  before = limit.rlim_cur;
  limit.rlim_cur = 1 << 30;
  setrlimit(RLIMIT_AS, &limit);
  status = state_instantiate(&state, NULL);
  printf("%d %s\n", status, state_error());
  limit.rlim_cur = before;
  setrlimit(RLIMIT_AS, &limit);
  printf("%d\n", state_instantiate(&state, NULL));
  status = state_unreachable(state, 7);
  printf("%d %d\n", status, state_get_global(state));
  state_free(state);
  return 0;
}
