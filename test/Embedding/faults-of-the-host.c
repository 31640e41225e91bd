/* Faults that are not the module's go to the host's own handler: in a function
 * that the module calls, and outside of it. Linux; Windows is the next test.
 *
 * RUN: rm -rf %t && mkdir %t && cd %t
 * RUN: %wasmc --emit=lib %S/Inputs/counter.wat --emit-header -o libcounter.a
 * RUN: gcc -Wall -Wextra -Werror -I. %s libcounter.a -o host
 * RUN: ./host | FileCheck %s
 * RUN: %expect_exit 139 sh -c './host default; exit $?'
 *
 * CHECK:      trap 5
 * CHECK-NEXT: host fault in a call
 * CHECK-NEXT: trap 5
 * CHECK-NEXT: host fault outside
 * CHECK-NEXT: trap 5
 * CHECK-NEXT: host fault after the end
 */
#include "counter.h"
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static sigjmp_buf place;
static volatile int *volatile nowhere;

static void handle(int signal, siginfo_t *info, void *context) {
  (void)context;
  siglongjmp(place, signal == SIGSEGV && info->si_addr == nowhere ? 1 : 2);
}

void env_note(wasmc_instance *instance, int32_t count) {
  (void)instance;
  if (sigsetjmp(place, 1) == 0)
    *nowhere = count;
  else
    puts("host fault in a call");
}

int main(int argc, char **argv) {
  counter_instance *counter;
  struct sigaction action;
  (void)argv;
  setvbuf(stdout, NULL, _IONBF, 0);
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle;
  action.sa_flags = SA_SIGINFO;
  if (argc == 1)
    sigaction(SIGSEGV, &action, NULL);
  if (counter_instantiate(&counter, NULL))
    return 1;
  if (argc > 1)
    *nowhere = 1;
  printf("trap %d\n", counter_stop(counter, -1, NULL));
  counter_next(counter, NULL);
  printf("trap %d\n", counter_stop(counter, -1, NULL));
  if (sigsetjmp(place, 1) == 0)
    *nowhere = 1;
  puts("host fault outside");
  printf("trap %d\n", counter_stop(counter, -1, NULL));
  counter_free(counter);
  if (sigsetjmp(place, 1) == 0)
    *nowhere = 1;
  puts("host fault after the end");
  return 0;
}
