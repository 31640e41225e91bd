/* What a program would end for ends the call, and the instance until it is
 * freed.
 *
 * RUN: rm -rf %t.d && mkdir %t.d
 * RUN: %clang_wasi -O1 -mexec-model=reactor %S/Inputs/reactor.c -o %t.d/reactor.wasm
 * RUN: %run_host %s %t.d/reactor.wasm -- --dir=not-there | FileCheck %s
 *
 * CHECK:      instantiate 101: cannot open the directory 'not-there' that this program was given
 * CHECK-NEXT: again 101
 * CHECK-NEXT: exit status 0
 */
#include "reactor.h"
#include <stdio.h>

int main(void) {
  reactor_instance *reactor;
  int status = reactor_instantiate(&reactor, NULL);
  printf("instantiate %d: %s\n", status, reactor_error());
  printf("again %d\n", reactor_instantiate(&reactor, NULL));
  return reactor != NULL;
}
