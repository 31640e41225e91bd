// sched_yield lets others run and comes back.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  for (int i = 0; i != 1000; ++i)
    OK(__wasi_sched_yield());
  return failures;
}
