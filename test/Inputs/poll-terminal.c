// Polls a terminal that type_slowly.py types at.

#include "wasi_check.h"

static int poll(uint64_t milliseconds) {
  __wasi_subscription_t list[2];
  __wasi_event_t events[2];
  __wasi_size_t count;
  memset(list, 0, sizeof list);
  list[0].u.tag = __WASI_EVENTTYPE_FD_READ;
  list[1].u.u.clock.id = 1;
  list[1].u.u.clock.timeout = milliseconds * 1000000;
  OK(__wasi_poll_oneoff(list, events, 2, &count));
  return events[0].type == __WASI_EVENTTYPE_FD_READ;
}

static void see(const char *what, uint64_t milliseconds) {
  fprintf(stderr, "%s: %s\n", what, poll(milliseconds) ? "ready" : "nothing");
}

static void take(int size) {
  char buffer[32] = {0};
  __wasi_iovec_t in = {(uint8_t *)buffer, size};
  __wasi_size_t got;
  OK(__wasi_fd_read(0, &in, 1, &got));
  for (char *at = buffer; *at; ++at)
    *at = *at == '\n' ? '$' : *at;
  fprintf(stderr, "read %s\n", buffer);
}

int main(void) {
  see("before", 0);
  fprintf(stderr, "type: a\n");
  see("a key", 300);
  see("a key, again", 0);
  fprintf(stderr, "type: \\n\n");
  see("a line", 60000);
  take(1);
  see("its rest", 60000);
  take(20);
  see("nothing left", 50);
  fprintf(stderr, "type: more\\n\n");
  see("another line", 60000);
  take(20);
  return failures;
}
