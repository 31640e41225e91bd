/* Two modules in one program share the host's functions and nothing else; one
 * may call the other by way of the host.
 *
 * RUN: %run_host %s %S/Inputs/counter.wat %S/Inputs/ticker.wat | FileCheck %s
 * RUN: %run_host --ways lib,so %s %S/Inputs/counter.wat %S/Inputs/ticker.wat \
 * RUN:   -- --instances=many | FileCheck %s
 *
 * CHECK:      note 1 of counter
 * CHECK-NEXT: note 10 of ticker
 * CHECK-NEXT: note 2 of counter
 * CHECK-NEXT: note 20 of ticker
 * CHECK-NEXT: nested trap 5, then 3
 * CHECK-NEXT: note 3 of counter
 * CHECK-NEXT: 3 20
 * CHECK-NEXT: traps 5 5
 * CHECK-NEXT: wrong instance 102
 * CHECK-NEXT: exit status 0
 */
#include "counter.h"
#include "ticker.h"
#include <stdio.h>

static counter_instance *counter;
static ticker_instance *ticker;

void env_note(wasmc_instance *instance, int32_t count) {
  if (count == 3) {
    int32_t unused;
    printf("nested trap %d, then %d\n", ticker_stop(ticker, -1, &unused),
           count);
  }
  printf("note %d of %s\n", count, (const char *)instance->user);
}

int main(void) {
  int32_t a = 0, b = 0;
  if (counter_instantiate(&counter, "counter") ||
      ticker_instantiate(&ticker, "ticker"))
    return 1;
  if (counter_next(counter, &a) || ticker_next(ticker, &b) ||
      counter_next(counter, &a) || ticker_next(ticker, &b) ||
      counter_next(counter, &a))
    return 2;
  printf("%d %d\n", a, b);
  a = counter_stop(counter, 65536, NULL);
  b = ticker_stop(ticker, 65533, NULL);
  printf("traps %d %d\n", a, b);
  printf("wrong instance %d\n", counter_next((counter_instance *)ticker, &a));
  counter_free(counter);
  ticker_free(ticker);
  return 0;
}
