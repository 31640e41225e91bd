// Files and standard output are always ready, whatever else is waited for, and
// an event is the same bytes for the same subscription.
// RUN: %run_wasi %s

#include "wasi_check.h"

static __wasi_subscription_t list[8];
static __wasi_event_t events[9];
static int subscribed;

static __wasi_subscription_t *add(int type, __wasi_fd_t fd) {
  __wasi_subscription_t *s = &list[subscribed];
  memset(s, 0, sizeof *s);
  s->userdata = subscribed++ ? fd : UINT64_MAX;
  s->u.tag = type;
  s->u.u.fd_read.file_descriptor = fd;
  return s;
}
static void reading(__wasi_fd_t fd) { add(__WASI_EVENTTYPE_FD_READ, fd); }
static void writing(__wasi_fd_t fd) { add(__WASI_EVENTTYPE_FD_WRITE, fd); }
static void clock_in(uint64_t timeout) {
  __wasi_subscription_t *s = add(__WASI_EVENTTYPE_CLOCK, 0);
  s->u.u.clock.id = 1;
  s->u.u.clock.timeout = timeout;
}

// Polls what was added: how many of the clocks, files and outputs are ready.
static unsigned poll(void) {
  __wasi_size_t count;
  memset(events, '#', sizeof events);
  OK(__wasi_poll_oneoff(list, events, subscribed, &count));
  HOLDS(((char *)&events[count])[0] == '#');
  subscribed = 0;
  return count;
}

// Event `i`, byte for byte.
static void is(int i, uint64_t userdata, int type, uint64_t bytes) {
  __wasi_event_t wanted;
  memset(&wanted, 0, sizeof wanted);
  wanted.userdata = userdata;
  wanted.type = type;
  wanted.fd_readwrite.nbytes = bytes;
  HOLDS(!memcmp(&wanted, &events[i], sizeof wanted));
}

static void file(uint16_t flags) {
  __wasi_fd_t fd;
  __wasi_filesize_t at;
  make_file("f", "0123456789");
  OK(__wasi_path_open(CWD, FOLLOW, "f", 0, FILE_RIGHTS, 0, flags, &fd));
  clock_in(1000000000000);
  reading(fd);
  writing(fd);
  EQUAL(poll(), 2);
  is(0, fd, __WASI_EVENTTYPE_FD_READ, 10);
  is(1, fd, __WASI_EVENTTYPE_FD_WRITE, 1);
  // Before the end, at it and behind it.
  for (int place = 7; place != 13; place += 3) {
    OK(__wasi_fd_seek(fd, place, 0, &at));
    reading(fd);
    EQUAL(poll(), 1);
    is(0, UINT64_MAX, __WASI_EVENTTYPE_FD_READ, place < 10 ? 10 - place : 0);
  }
  OK(__wasi_fd_close(fd));
  reading(fd);
  writing(fd);
  EQUAL(poll(), 2);
  EQUAL(events[0].error, __WASI_ERRNO_BADF);
  EQUAL(events[1].error, __WASI_ERRNO_BADF);
}

int main(void) {
  file(0);
  file(__WASI_FDFLAGS_NONBLOCK);
  // Standard output and error take bytes; nothing is at the end of input.
  writing(1);
  writing(2);
  EQUAL(poll(), 2);
  is(1, 2, __WASI_EVENTTYPE_FD_WRITE, 1);
  reading(0);
  clock_in(200000000000);
  EQUAL(poll(), 1);
  EQUAL(events[0].userdata, UINT64_MAX);
  EQUAL(events[0].type, __WASI_EVENTTYPE_FD_READ);
  EQUAL(getchar(), EOF);
  // As the standard libraries of Rust and of Go ask.
  clock_in(1000);
  EQUAL(poll(), 1);
  is(0, UINT64_MAX, __WASI_EVENTTYPE_CLOCK, 0);
  clock_in(1000);
  list[0].u.u.clock.precision = 1000;
  reading(88);
  EQUAL(poll(), 1);
  EQUAL(events[0].error, __WASI_ERRNO_BADF);
  EQUAL(events[0].userdata, 88);
  return failures;
}
