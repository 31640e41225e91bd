// Waits for input that never comes, after it has said so.

#include "wasi_check.h"

int main(void) {
  __wasi_subscription_t input;
  __wasi_event_t event;
  __wasi_size_t count;
  memset(&input, 0, sizeof input);
  input.u.tag = __WASI_EVENTTYPE_FD_READ;
  puts("waiting");
  fflush(stdout);
  OK(__wasi_poll_oneoff(&input, &event, 1, &count));
  puts("ready");
  return failures;
}
