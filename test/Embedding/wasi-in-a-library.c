/* A reactor: what it exports, with WASI as the options grant it. proc_exit ends
 * the call; what is closed is not the host's.
 *
 * RUN: rm -rf %t.wasm %t.d && mkdir %t.d
 * RUN: %clang_wasi -O1 -mexec-model=reactor %S/Inputs/reactor.c -o %t.d/reactor.wasm
 * RUN: %run_host %s %t.d/reactor.wasm -- --env=COLOUR=red --dir=. \
 * RUN:   | FileCheck %s
 *
 * CHECK:      instantiate 0
 * CHECK-NEXT: constructed 42
 * CHECK-NEXT: guest 5 red
 * CHECK-NEXT: exit 100 7 the module called proc_exit
 * CHECK-NEXT: file -1
 * CHECK-NEXT: close 0
 * CHECK-NEXT: say 0
 * CHECK-NEXT: instantiate 0
 * CHECK-NEXT: constructed 42
 * CHECK-NEXT: guest 6 red
 * CHECK-NEXT: memory greeting
 * CHECK-NEXT: exit status 0
 */
#include "reactor.h"
#include <stdio.h>
#include <string.h>

int main(void) {
  reactor_instance *reactor;
  int32_t number = 0;
  wasmc_status status;
  setvbuf(stdout, NULL, _IONBF, 0);
  printf("instantiate %d\n", reactor_instantiate(&reactor, NULL));
  reactor_constructed(reactor, &number);
  printf("constructed %d\n", number);
  reactor_say(reactor, 5);
  status = reactor_leave(reactor, 7);
  printf("exit %d %u %s\n", status, (unsigned)reactor_exit_code(),
         reactor_error());
  reactor_write_file(reactor, &number);
  printf("file %d\n", number);
  reactor_close_output(reactor, &number);
  printf("close %d\n", number);
  printf("say %d\n", reactor_say(reactor, 0));
  reactor_free(reactor);

  printf("instantiate %d\n", reactor_instantiate(&reactor, NULL));
  reactor_constructed(reactor, &number);
  printf("constructed %d\n", number);
  reactor_say(reactor, 6);
  if (reactor_allocate(reactor, 100, &number))
    return 1;
  strcpy((char *)reactor_memory_data(reactor) + number, "greeting");
  printf("memory %s\n", (char *)reactor_memory_data(reactor) + number);
  reactor_free(reactor);
  return 0;
}
