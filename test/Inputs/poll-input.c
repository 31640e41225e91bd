// Polls standard input as feed_slowly.py feeds it, and prints the events.

#include "wasi_check.h"

static void poll(const char *what, int type, uint64_t milliseconds) {
  __wasi_subscription_t list[2];
  __wasi_event_t events[2];
  __wasi_size_t count;
  memset(list, 0, sizeof list);
  list[0].u.tag = type;
  list[0].u.u.fd_read.file_descriptor = type == __WASI_EVENTTYPE_FD_WRITE;
  list[1].u.tag = __WASI_EVENTTYPE_CLOCK;
  list[1].u.u.clock.id = 1;
  list[1].u.u.clock.timeout = milliseconds * 1000000;
  OK(__wasi_poll_oneoff(list, events, 2, &count));
  printf("%s:", what);
  for (unsigned i = 0; i != count; ++i) {
    EQUAL(events[i].error, 0);
    if (events[i].type == __WASI_EVENTTYPE_CLOCK)
      printf(" clock");
    if (events[i].type == __WASI_EVENTTYPE_FD_WRITE)
      printf(" write");
    if (events[i].type == __WASI_EVENTTYPE_FD_READ)
      printf(" read %llu%s", (unsigned long long)events[i].fd_readwrite.nbytes,
             events[i].fd_readwrite.flags ? " hangup" : "");
  }
  printf("\n");
  fflush(stdout);
}

static void take(int size) {
  uint8_t buffer[8];
  __wasi_iovec_t in = {buffer, size};
  __wasi_size_t got;
  OK(__wasi_fd_read(0, &in, 1, &got));
}

int main(void) {
  poll("nothing", __WASI_EVENTTYPE_FD_READ, 50);
  poll("waiting", __WASI_EVENTTYPE_FD_READ, 60000);
  take(2);
  poll("again", __WASI_EVENTTYPE_FD_READ, 60000);
  take(3);
  poll("end", __WASI_EVENTTYPE_FD_READ, 60000);
  poll("output", __WASI_EVENTTYPE_FD_WRITE, 60000);
  return failures;
}
