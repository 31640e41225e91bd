/* Libraries come and go among the handlers of a process in any order, and none
 * calls itself.
 *
 * RUN: rm -rf %t && mkdir %t && cd %t
 * RUN: %wasmc --emit=lib %S/Inputs/counter.wat --emit-header -o libcounter.a
 * RUN: %wasmc --emit=lib %S/Inputs/ticker.wat --emit-header -o libticker.a
 * RUN: gcc -Wall -Wextra -Werror -I. %s libcounter.a libticker.a -o host
 * RUN: %expect_exit 139 sh -c './host > out; exit $?'
 * RUN: FileCheck %s --input-file out
 *
 * CHECK: traps 5 5
 * CHECK: traps 5 5
 * CHECK: traps 5 5
 * CHECK: end
 */
#include "counter.h"
#include "ticker.h"
#include <stdio.h>

static counter_instance *counter;
static ticker_instance *ticker;

void env_note(wasmc_instance *instance, int32_t count) {
  (void)instance;
  (void)count;
}

static void trap(void) {
  int a = counter_stop(counter, -1, NULL), b = ticker_stop(ticker, -1, NULL);
  printf("traps %d %d\n", a, b);
}

int main(void) {
  volatile int *volatile nowhere = NULL;
  setvbuf(stdout, NULL, _IONBF, 0);
  counter_instantiate(&counter, NULL);
  ticker_instantiate(&ticker, NULL);
  trap();
  counter_free(counter);
  counter_instantiate(&counter, NULL);
  trap();
  ticker_free(ticker);
  ticker_instantiate(&ticker, NULL);
  trap();
  counter_free(counter);
  ticker_free(ticker);
  puts("end");
  *nowhere = 1;
  return 0;
}
