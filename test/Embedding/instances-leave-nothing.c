/* A thousand instances live at a time; freed, they leave no memory behind.
 *
 * RUN: %run_host --ways lib,so --imports %S/Inputs/cell-imports.c %s \
 * RUN:   %S/Inputs/cell.wat -- --instances=many | FileCheck %s
 *
 * CHECK:      lived 1000, wrong 0
 * CHECK-NEXT: more regions: 0
 * CHECK-NEXT: exit status 0
 */
#include "cell.h"
#include <stdio.h>

enum { count = 1000 };
static cell_instance *cells[count];

#ifdef _WIN32
#include <windows.h>
static int regions(void) {
  int used = 0;
  char *at = NULL;
  MEMORY_BASIC_INFORMATION info;
  while (VirtualQuery(at, &info, sizeof info)) {
    used += info.State != MEM_FREE;
    at = (char *)info.BaseAddress + info.RegionSize;
  }
  return used;
}
#else
static int regions(void) {
  int used = 0, c;
  FILE *maps = fopen("/proc/self/maps", "r");
  while ((c = getc(maps)) != EOF)
    used += c == '\n';
  fclose(maps);
  return used;
}
#endif

static int use(int live) {
  int i, wrong = 0;
  for (i = 0; i < live; ++i) {
    int32_t size = 0;
    if (cell_instantiate(&cells[i], NULL)) {
      printf("%d: %s\n", i, cell_error());
      return i;
    }
    cell_set_count(cells[i], i);
    wrong += cell_grow_table(cells[i], 500, &size) || size != 2;
  }
  for (i = 0; i < live; ++i) {
    int32_t next = 0;
    wrong += cell_next(cells[i], &next) || next != i + 1;
    cell_free(cells[i]);
  }
  return wrong;
}

int main(void) {
  int before, wrong;
  use(2);
  before = regions();
  wrong = use(count);
  printf("lived %d, wrong %d\n", count, wrong);
  /* The system may have merged or split some of its own. */
  before = regions() - before;
  printf("more regions: %d\n", before > -8 && before < 8 ? 0 : before);
  return 0;
}
