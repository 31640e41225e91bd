/* Functions of a module from C: results, traps, memories, globals; and that an
 * instance leaves nothing to the next.
 *
 * RUN: %run_host %s %S/Inputs/plug.wat | FileCheck %s
 *
 * CHECK:      instantiate: 0
 * CHECK-NEXT: failed: 103 there is an instance already
 * CHECK-NEXT: again: 103 there is an instance already
 * CHECK-NEXT: add: 0 42
 * CHECK-NEXT: divide: 0 3 2
 * CHECK-NEXT: failed: 2 integer divide by zero
 * CHECK-NEXT: zero: 2
 * CHECK-NEXT: average: 0 3
 * CHECK-NEXT: log: hello -2 0.5 0.25, user me
 * CHECK-NEXT: log: 0 17
 * CHECK-NEXT: failed: 1 unreachable
 * CHECK-NEXT: nested: 1 0 22
 * CHECK-NEXT: pair: 0 42 10.5
 * CHECK-NEXT: failed: 1 unreachable
 * CHECK-NEXT: unreachable: 1
 * CHECK-NEXT: failed: 5 out of bounds memory access
 * CHECK-NEXT: outside: 5
 * CHECK-NEXT: failed: 10 call stack exhausted
 * CHECK-NEXT: deep: 10
 * CHECK-NEXT: failed: 10 call stack exhausted
 * CHECK-NEXT: deep: 10
 * CHECK-NEXT: size: 65536
 * CHECK-NEXT: grow: 0 1, size: 131072
 * CHECK-NEXT: grow-table: 0 2
 * CHECK-NEXT: load: 0 42
 * CHECK-NEXT: count: 8, limit: -5
 * CHECK-NEXT: count: 101
 * CHECK-NEXT: later: 0failed: 5 out of bounds memory access
 * CHECK-NEXT: {{^}} 5 later
 * CHECK-NEXT: instantiate: 0
 * CHECK:      grow: 0 1, size: 131072
 * CHECK-NEXT: grow-table: 0 2
 * CHECK-NEXT: load: 0 42
 * CHECK-NEXT: count: 8, limit: -5
 * CHECK:      instantiate: 0
 * CHECK:      failed: 102 there is no such instance
 * CHECK-NEXT: freed: 102
 * CHECK-NEXT: failures: 25
 * CHECK-NEXT: exit status 0
 */
#include "plug.h"
#include <stdio.h>
#include <string.h>

int32_t env_log(wasmc_instance *instance, int32_t a, int64_t b, float c,
                double d) {
  const char *text = (const char *)instance->memory->base + a;
  printf("log: %s %lld %g %g, user %s\n", text, (long long)b, c, d,
         (const char *)instance->user);
  return a + 1;
}

void env_pair(wasmc_instance *instance, int32_t a, int32_t *first,
              double *second) {
  int32_t nested = 0;
  /* What it calls in turn may trap on its own. */
  printf("nested: %d", plug_stop((plug_instance *)instance));
  printf(" %d", plug_add((plug_instance *)instance, a, 1, &nested));
  printf(" %d\n", nested);
  *first = a * 2;
  *second = a / 2.0;
}

static void handler(void *context, wasmc_status status, const char *text) {
  ++*(int *)context;
  printf("failed: %d %s\n", status, text);
}

static void use(plug_instance *plug) {
  int32_t sum = 0, old = 0;
  int64_t quotient = 0, rest = 0;
  double number = 0;
  printf("add: %d", plug_add(plug, 20, 22, &sum));
  printf(" %d\n", sum);
  printf("divide: %d", plug_divide(plug, 17, 5, &quotient, &rest));
  printf(" %lld %lld\n", (long long)quotient, (long long)rest);
  printf("zero: %d\n", plug_divide(plug, 17, 0, &quotient, &rest));
  printf("average: %d", plug_average(plug, 1.5f, 4.5, &number));
  printf(" %g\n", number);
  printf("log: %d", plug_call_log(plug, 16, &sum));
  printf(" %d\n", sum);
  printf("pair: %d", plug_call_pair(plug, 21, &sum, &number));
  printf(" %d %g\n", sum, number);
  printf("unreachable: %d\n", plug_stop(plug));
  printf("outside: %d\n", plug_load(plug, -4, &sum));
  printf("deep: %d\n", plug_deep(plug, 1, &sum));
  printf("deep: %d\n", plug_deep(plug, 1, NULL));
  printf("size: %u\n", (unsigned)plug_memory_size(plug));
  printf("grow: %d", plug_grow(plug, 1, &old));
  printf(" %d, size: %u\n", old, (unsigned)plug_memory_size(plug));
  printf("grow-table: %d", plug_grow_table(plug, &old));
  printf(" %d\n", old);
  plug_memory_data(plug)[70000] = 42;
  printf("load: %d", plug_load(plug, 70000, &sum));
  printf(" %d\n", sum);
  plug_count_up(plug);
  printf("count: %d, limit: %lld\n", plug_get_count(plug),
         (long long)plug_get_limit(plug));
  plug_set_count(plug, 100);
  plug_count_up(plug);
  printf("count: %d\n", plug_get_count(plug));
  printf("later: %d", plug_init_later(plug));
  printf(" %d", plug_init_later(plug));
  printf(" %s\n", (const char *)plug_memory_data(plug) + 32);
}

int main(void) {
  plug_instance *plug, *other;
  int failures = 0, i;
  setvbuf(stdout, NULL, _IONBF, 0);
  plug_on_failure(handler, &failures);
  for (i = 0; i < 3; ++i) {
    printf("instantiate: %d\n", plug_instantiate(&plug, "me"));
    printf("again: %d", plug_instantiate(&other, NULL));
    printf(" %s\n", other ? "wrong" : plug_error());
    use(plug);
    plug_free(plug);
  }
  printf("freed: %d\n", plug_count_up(plug));
  printf("failures: %d\n", failures);
  return 0;
}
