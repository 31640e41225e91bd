/* Faults of a function of the host, and others, go to the host's handlers.
 *
 * RUN: rm -rf %t && mkdir %t && cd %t
 * RUN: %wasmc --emit=lib %S/Inputs/counter.wat --emit-header \
 * RUN:   --target=windows -o counter.lib
 * RUN: x86_64-w64-mingw32-gcc -Wall -Wextra -Werror -I. %s counter.lib \
 * RUN:   -lntdll -lws2_32 -o host.exe
 * RUN: %expect_exit 77 %run_windows host.exe > out
 * RUN: FileCheck %s --input-file out
 *
 * CHECK:      trap 5
 * CHECK:      host fault in a call
 */
#include "counter.h"
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

static volatile int *volatile nowhere;

static LONG CALLBACK handle(EXCEPTION_POINTERS *exception) {
  if (exception->ExceptionRecord->ExceptionInformation[1] != 0)
    return EXCEPTION_CONTINUE_SEARCH;
  puts("host fault in a call");
  fflush(stdout);
  _exit(77);
}

void env_note(wasmc_instance *instance, int32_t count) {
  (void)instance;
  *nowhere = count;
}

int main(void) {
  counter_instance *counter;
  if (counter_instantiate(&counter, NULL))
    return 1;
  SetUnhandledExceptionFilter(handle);
  printf("trap %d\n", counter_stop(counter, -1, NULL));
  return counter_next(counter, NULL);
}
