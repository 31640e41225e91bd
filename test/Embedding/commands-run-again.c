/* A whole program is a function, and starts anew with each instance.
 *
 * RUN: rm -rf %t.d && mkdir %t.d
 * RUN: %clangxx_wasi -O1 %S/Inputs/command.cpp -o %t.d/command.wasm
 * RUN: %run_host --ways lib,so %s %t.d/command.wasm -- --dir=.::/data \
 * RUN:   --arg=first | FileCheck %s
 * RUN: %run_host --ways dll %s %t.d/command.wasm -- --dir=.::/data \
 * RUN:   --arg=first -O0 | FileCheck %s
 *
 * CHECK:      run 1, 2000 entries, 2 arguments, command first, descriptor 4
 * CHECK-NEXT: status 100, exit code 42
 * CHECK-NEXT: run 1, 2000 entries, 2 arguments, command first, descriptor 4
 * CHECK-NEXT: status 100, exit code 42
 * CHECK-NEXT: run 1, 2000 entries, 2 arguments, command first, descriptor 4
 * CHECK-NEXT: status 100, exit code 42
 * CHECK-NEXT: exit status 0
 */
#include "command.h"
#include <stdio.h>

int main(void) {
  int i;
  for (i = 0; i < 3; ++i) {
    command_instance *command;
    int status = command_instantiate(&command, NULL);
    if (status) {
      puts(command_error());
      return status;
    }
    status = command__start(command);
    printf("status %d, exit code %u\n", status, (unsigned)command_exit_code());
    fflush(stdout);
    command_free(command);
  }
  return 0;
}
