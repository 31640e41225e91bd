/* A shared library that contains the host's functions, which a DLL must.
 *
 * RUN: %run_host --ways lib,so,dll --imports %S/Inputs/plug-imports.c %s \
 * RUN:   %S/Inputs/plug.wat | FileCheck %s
 *
 * CHECK:      instantiate: 0
 * CHECK-NEXT: log: 0 1104
 * CHECK-NEXT: pair: 0 18 4.5
 * CHECK-NEXT: outside: 5
 * CHECK-NEXT: deep: 10
 * CHECK-NEXT: inside: 0 6c6c6568
 * CHECK-NEXT: exit status 0
 *
 * Without them:
 * RUN: not %wasmc -shared --target=windows %S/Inputs/plug.wat -o %t.dll 2>&1 \
 * RUN:   | FileCheck %s --check-prefix=MISSING
 * MISSING:      imports that cannot be resolved:
 * MISSING-NEXT:   unknown import: function 'env.log' (i32, i64, f32, f64) -> (i32)
 * MISSING-NEXT:   unknown import: function 'env.pair' (i32) -> (i32, f64)
 * MISSING-NEXT:   --preload=env=FILE adds a module that provides what is imported from 'env'
 * MISSING-NEXT:   an object file provides functions of 'env' in C: 'env_log', for example
 */
#include "plug.h"
#include <stdio.h>

int main(void) {
  plug_instance *plug;
  int32_t r = 0, user = 1000, status;
  double d = 0;
  printf("instantiate: %d\n", plug_instantiate(&plug, &user));
  status = plug_call_log(plug, 16, &r);
  printf("log: %d %d\n", status, r);
  status = plug_call_pair(plug, 9, &r, &d);
  printf("pair: %d %d %g\n", status, r, d);
  printf("outside: %d\n", plug_load(plug, -1, &r));
  printf("deep: %d\n", plug_deep(plug, -1, &r));
  status = plug_load(plug, 16, &r);
  printf("inside: %d %x\n", status, (unsigned)r);
  plug_free(plug);
  return 0;
}
