/* Of a library of many instances, each has its own memories, globals, tables and
 * segments, and the host is told which one calls it.
 *
 * RUN: %run_host --ways lib,object,so,dll --imports %S/Inputs/cell-imports.c \
 * RUN:   %s %S/Inputs/cell.wat -- --instances=many | FileCheck %s
 * RUN: %run_host --ways lib --imports %S/Inputs/cell-imports.c %s \
 * RUN:   %S/Inputs/cell.wat -- --instances=many -O0 | FileCheck %s
 *
 * CHECK:      started 42 7, 42 7
 * CHECK-NEXT: counts 12 50
 * CHECK-NEXT: globals 12 50
 * CHECK-NEXT: vectors 16 8
 * CHECK-NEXT: tables 2 13 7
 * CHECK-NEXT: memories 1 262144 65536, 9 5
 * CHECK-NEXT: stores 3 3 0 0
 * CHECK-NEXT: segments 6 0
 * CHECK-NEXT: told 1 by first, 2 by second
 * CHECK-NEXT: deep 10, then 51
 * CHECK-NEXT: first is freed, 52
 * CHECK-NEXT: null 102
 * CHECK-NEXT: exit status 0
 */
#include "cell.h"
#include <stdio.h>

static int32_t of(wasmc_status status, const int32_t *result) {
  return status ? (int32_t)status : *result;
}

int main(void) {
  cell_instance *a, *b;
  int32_t x = 0, y = 0, z = 0, w = 0;
  char by[64] = "";
  void *user[] = {by, NULL, NULL};
  if (cell_instantiate(&a, user) || cell_instantiate(&b, user))
    return 1;
  user[1] = a;
  user[2] = b;
  cell_load(a, 8, &x), cell_load(a, 16, &y);
  cell_load(b, 8, &z), cell_load(b, 16, &w);
  printf("started %d %d, %d %d\n", x, y, z, w);
  cell_next(a, NULL), cell_next(a, &x);
  cell_set_count(b, 50);
  printf("counts %d %d\n", x, cell_get_count(b));
  printf("globals %d %d\n", cell_get_count(a), cell_get_count(b));
  cell_element(a, 1, NULL), cell_element(a, 1, &x), cell_element(b, 1, &y);
  printf("vectors %d %d\n", x, y);
  cell_grow_table(a, 500, &x), cell_element(a, 400, &y);
  printf("tables %d %d %d\n", x, y, of(cell_element(b, 400, &z), &z));
  cell_grow(a, 3, &x);
  cell_store(a, 70000, 9);
  cell_load(a, 70000, &y);
  printf("memories %d %d %d, %d %d\n", x, (int)cell_memory_size(a),
         (int)cell_memory_size(b), y, of(cell_load(b, 70000, &z), &z));
  cell_store(a, 100, 3);
  cell_load(a, 100, &x), cell_second(a, 100, &y);
  cell_load(b, 100, &z), cell_second(b, 100, &w);
  printf("stores %d %d %d %d\n", x, y, z, w);
  cell_drop(a);
  printf("segments %d %d\n", cell_init(a), cell_init(b));
  cell_tell(a, 1, &x);
  printf("told %d%s\n", x, by);
  x = cell_deep(a, 0, NULL);
  cell_next(b, &y);
  printf("deep %d, then %d\n", x, y);
  cell_free(a);
  cell_next(b, &y);
  printf("first is freed, %d\n", y);
  cell_free(b);
  printf("null %d\n", cell_next(NULL, NULL));
  return 0;
}
