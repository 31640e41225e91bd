// Subscriptions that make no sense fail the call; those of which only the
// descriptor or the clock is wrong become events with an errno.
// RUN: %run_wasi %s

#include "wasi_check.h"

static __wasi_subscription_t list[20];
static __wasi_event_t events[20];

static void clock_at(int i, int id, uint64_t timeout, int flags) {
  memset(&list[i], 0, sizeof *list);
  list[i].u.tag = __WASI_EVENTTYPE_CLOCK;
  list[i].u.u.clock.id = id;
  list[i].u.u.clock.timeout = timeout;
  list[i].u.u.clock.flags = flags;
}

static void descriptor(int i, int type, __wasi_fd_t fd) {
  memset(&list[i], 0, sizeof *list);
  list[i].userdata = 100 + i;
  list[i].u.tag = type;
  list[i].u.u.fd_read.file_descriptor = fd;
}

int main(void) {
  __wasi_size_t count = 99;
  __wasi_fd_t fd;
  uint32_t in = ADDRESS(list), out = ADDRESS(events), n = ADDRESS(&count);
  uint32_t end = memory_end();
  clock_at(0, 1, 0, 0);
  EXPECT(INVAL, raw_poll_oneoff(in, out, 0, n));
  EXPECT(FAULT, raw_poll_oneoff(end - 47, out, 1, n));
  EXPECT(FAULT, raw_poll_oneoff(in, end - 31, 1, n));
  EXPECT(FAULT, raw_poll_oneoff(in, out, 1, end - 3));
  EXPECT(FAULT, raw_poll_oneoff(in, out, 0x05555556, n));
  EXPECT(FAULT, raw_poll_oneoff(in, out, 0x80000000, n));
  EXPECT(FAULT, raw_poll_oneoff(in, out, 0xffffffff, n));
  EQUAL(count, 99);
  clock_at(0, 4, 0, 0);
  EXPECT(INVAL, raw_poll_oneoff(in, out, 1, n));
  clock_at(0, 1, 0, 2);
  EXPECT(INVAL, raw_poll_oneoff(in, out, 1, n));
  descriptor(0, 3, 0);
  EXPECT(INVAL, raw_poll_oneoff(in, out, 1, n));
  // Errors of single subscriptions end the wait at once.
  make_file("f", "0123456789");
  OK(open_at(CWD, "f", 0, READ | __WASI_RIGHTS_POLL_FD_READWRITE, &fd));
  clock_at(0, 1, ~0ull, 0);
  descriptor(1, __WASI_EVENTTYPE_FD_READ, 0xffffffff);
  descriptor(2, __WASI_EVENTTYPE_FD_WRITE, 77);
  descriptor(3, __WASI_EVENTTYPE_FD_READ, CWD);
  descriptor(4, __WASI_EVENTTYPE_FD_WRITE, fd);
  clock_at(5, 2, 1, 0);
  descriptor(6, __WASI_EVENTTYPE_FD_READ, fd);
  EQUAL(raw_poll_oneoff(in, out, 7, n), 0);
  static const int errors[] = {8, 8, 8, 76, 58, 0}; // BADF NOTCAPABLE NOTSUP
  EQUAL(count, 6);
  for (int i = 0; i != 6; ++i) {
    EQUAL(events[i].userdata, i == 4 ? 0 : 101 + i);
    EQUAL(events[i].error, errors[i]);
  }
  EQUAL(events[5].fd_readwrite.nbytes, 10);
  EQUAL(events[5].fd_readwrite.flags, 0);
  // More than fit a small buffer; events over the subscriptions; unaligned.
  for (int i = 0; i != 20; ++i)
    descriptor(i, __WASI_EVENTTYPE_FD_READ, fd);
  EQUAL(raw_poll_oneoff(in, in, 20, n), 0);
  EQUAL(count, 20);
  for (int i = 0; i != 20; ++i)
    EQUAL(((__wasi_event_t *)list)[i].userdata, 100 + i);
  descriptor(0, __WASI_EVENTTYPE_FD_READ, fd);
  memmove((char *)list + 1, list, sizeof *list);
  EQUAL(raw_poll_oneoff(in + 1, out + 1, 1, n), 0);
  uint64_t userdata;
  memcpy(&userdata, (char *)events + 1, 8);
  EQUAL(userdata, 100);
  return failures;
}
