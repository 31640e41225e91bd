// abort() and a failed assert end as a trap, after what they have to say.
// RUN: %run_all %s --exit 134 --check-prefix ABORT
// RUN: %run_all %s --exit 134 --check-prefix ASSERT --args assert
// ABORT: before
// ABORT-NOT: after
// ABORT: wasm trap: unreachable
// ASSERT: Assertion failed: argc < 2
// ASSERT: wasm trap: unreachable

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  printf("before\n");
  fflush(stdout);
  assert(argc < 2);
  abort();
  printf("after\n");
}
