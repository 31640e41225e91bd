/* Each of many instances has descriptors of its own, and proc_exit ends a call of
 * one.
 *
 * RUN: rm -rf %t.d && mkdir %t.d
 * RUN: %clang_wasi -O1 -mexec-model=reactor %S/Inputs/reactor.c -o %t.d/reactor.wasm
 * RUN: %run_host %s %t.d/reactor.wasm -- --env=COLOUR=red --dir=. \
 * RUN:   --instances=many | FileCheck %s
 *
 * CHECK:      instantiate 0 0
 * CHECK-NEXT: constructed 42 42
 * CHECK-NEXT: close 0
 * CHECK-NEXT: guest 2 red
 * CHECK-NEXT: close again -1
 * CHECK-NEXT: exit 100 7
 * CHECK-NEXT: guest 3 red
 * CHECK-NEXT: exit status 0
 */
#include "reactor.h"
#include <stdio.h>

int main(void) {
  reactor_instance *a, *b;
  int32_t x = 0, y = 0;
  int status;
  setvbuf(stdout, NULL, _IONBF, 0);
  status = reactor_instantiate(&a, NULL);
  printf("instantiate %d %d\n", status, reactor_instantiate(&b, NULL));
  reactor_constructed(a, &x);
  reactor_constructed(b, &y);
  printf("constructed %d %d\n", x, y);
  reactor_close_output(a, &x);
  printf("close %d\n", x);
  reactor_say(a, 1);
  reactor_say(b, 2);
  reactor_close_output(a, &x);
  printf("close again %d\n", x);
  status = reactor_leave(a, 7);
  printf("exit %d %u\n", status, (unsigned)reactor_exit_code());
  reactor_free(a);
  reactor_say(b, 3);
  reactor_free(b);
  return 0;
}
