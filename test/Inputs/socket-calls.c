// What each function does with sockets: the listening ones are 4 and 5, after
// the directory 3, and socket_peer.py is on the other side.

#include "wasi_check.h"

enum {
  V4 = 4,
  V6 = 5,
  RECV_PEEK = 1,
  RECV_WAITALL = 2,
  SHUT_RECEIVE = 1,
  SHUT_SEND = 2
};
#define NONBLOCK __WASI_FDFLAGS_NONBLOCK

static char buffer[64];

static __wasi_errno_t receive(__wasi_fd_t fd, size_t size, int flags,
                              const char *expected) {
  __wasi_iovec_t vectors[2] = {{(uint8_t *)buffer, size / 2},
                               {(uint8_t *)buffer + size / 2, size - size / 2}};
  __wasi_size_t done = ~0u;
  __wasi_roflags_t roflags = 9;
  __wasi_errno_t error =
      __wasi_sock_recv(fd, vectors, 2, flags, &done, &roflags);
  if (!error) {
    EQUAL(roflags, 0);
    EQUAL(done, strlen(expected));
    HOLDS(!memcmp(buffer, expected, strlen(expected)));
  }
  return error;
}

static __wasi_errno_t send_text(__wasi_fd_t fd, const char *text) {
  __wasi_ciovec_t vectors[2] = {{(const uint8_t *)text, 1},
                                {(const uint8_t *)text + 1, strlen(text) - 1}};
  __wasi_size_t done = 0;
  __wasi_errno_t error = __wasi_sock_send(fd, vectors, 2, 0, &done);
  if (!error)
    EQUAL(done, strlen(text));
  return error;
}

static void listeners(void) {
  __wasi_fdstat_t stat;
  __wasi_filestat_t file;
  __wasi_prestat_t prestat;
  __wasi_fd_t fd;
  for (int listener = V4; listener <= V6; ++listener) {
    OK(__wasi_fd_fdstat_get(listener, &stat));
    EQUAL(stat.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
    EQUAL(stat.fs_flags, 0);
    HOLDS(!(stat.fs_rights_base & (READ | WRITE)));
    HOLDS(stat.fs_rights_inheriting & WRITE);
    OK(__wasi_fd_filestat_get(listener, &file));
    EQUAL(file.filetype, __WASI_FILETYPE_SOCKET_STREAM);
    EXPECT(BADF, __wasi_fd_prestat_get(listener, &prestat));
    EXPECT(INVAL, __wasi_sock_accept(listener, 1, &fd));
    EXPECT(FAULT, __wasi_sock_accept(listener, 0, (void *)(memory_end() - 3)));
    EXPECT(BADF, receive(listener, 4, 0, ""));
    EXPECT(BADF, send_text(listener, "text"));
    EXPECT(NOTCAPABLE, __wasi_sock_shutdown(listener, SHUT_SEND));
    EXPECT(NOTSOCK, __wasi_sock_accept(CWD, 0, &fd));
    // Nobody has connected to the second yet.
    OK(__wasi_fd_fdstat_set_flags(listener, NONBLOCK));
    if (listener == V6)
      EXPECT(AGAIN, __wasi_sock_accept(listener, 0, &fd));
    OK(__wasi_fd_fdstat_set_flags(listener, 0));
  }
}

// The peer sends "abcdef", then "1234" and "5678" with a pause between.
static void receiving(__wasi_fd_t fd) {
  __wasi_iovec_t vector = {(uint8_t *)buffer, 2};
  __wasi_size_t done;
  __wasi_roflags_t roflags;
  if (on_windows())
    EXPECT(NOTSUP, receive(fd, 6, RECV_PEEK | RECV_WAITALL, ""));
  else
    OK(receive(fd, 6, RECV_PEEK | RECV_WAITALL, "abcdef"));
  OK(receive(fd, 3, RECV_PEEK, "abc"));
  OK(__wasi_fd_read(fd, &vector, 1, &done));
  EQUAL(done, 2);
  OK(receive(fd, 4, RECV_WAITALL, "cdef"));
  OK(receive(fd, 8, RECV_WAITALL, "12345678"));
  EXPECT(INVAL, receive(fd, 8, 4, ""));
  vector.buf = (uint8_t *)(uintptr_t)(memory_end() - 1);
  EXPECT(FAULT, __wasi_sock_recv(fd, &vector, 1, 0, &done, &roflags));
  vector.buf = (uint8_t *)buffer;
  EXPECT(FAULT, __wasi_sock_recv(fd, &vector, 1, 0, &done,
                                 (void *)(memory_end() - 1)));
  EXPECT(FAULT, __wasi_sock_recv(fd, &vector, 1, 0, (void *)(memory_end() - 3),
                                 &roflags));
  // Nothing comes until something was sent.
  OK(__wasi_fd_fdstat_set_flags(fd, NONBLOCK));
  EXPECT(AGAIN, receive(fd, 8, 0, ""));
  EXPECT(AGAIN, __wasi_fd_read(fd, &vector, 1, &done));
  OK(__wasi_fd_fdstat_set_flags(fd, 0));
}

static void no_file(__wasi_fd_t fd) {
  __wasi_iovec_t vector = {(uint8_t *)buffer, 2};
  __wasi_filesize_t position;
  __wasi_size_t done;
  EXPECT(SPIPE, __wasi_fd_seek(fd, 0, 0, &position));
  EXPECT(SPIPE, __wasi_fd_tell(fd, &position));
  EXPECT(SPIPE, __wasi_fd_pread(fd, &vector, 1, 0, &done));
  EXPECT(NOTDIR, __wasi_path_create_directory(fd, "x"));
  EXPECT(NOTCAPABLE, __wasi_fd_filestat_set_size(fd, 0));
  EXPECT(NOTCAPABLE, __wasi_sock_accept(fd, 0, &fd));
}

// The peer answers "bye" to the end of what it is sent.
static void ending(__wasi_fd_t fd) {
  __wasi_size_t done;
  __wasi_ciovec_t vector = {(const uint8_t *)"", 1};
  EXPECT(INVAL, __wasi_sock_send(fd, &vector, 1, 1, &done));
  OK(send_text(fd, "hello "));
  OK(write_text(fd, "world"));
  EXPECT(INVAL, __wasi_sock_shutdown(fd, 0));
  EXPECT(INVAL, __wasi_sock_shutdown(fd, 4));
  OK(__wasi_sock_shutdown(fd, SHUT_SEND));
  EXPECT(PIPE, send_text(fd, "more"));
  EXPECT(PIPE, write_text(fd, "more"));
  OK(receive(fd, 8, RECV_WAITALL, "bye"));
  OK(receive(fd, 8, 0, ""));
  OK(__wasi_fd_close(fd));
  EXPECT(BADF, receive(fd, 8, 0, ""));
}

// The peer is gone at once, with something it did not read.
static void reset(__wasi_fd_t fd) {
  __wasi_errno_t error;
  OK(write_text(fd, "go"));
  // Wine sometimes takes it for an ordinary end.
  error = receive(fd, 8, RECV_WAITALL, "");
  HOLDS(error == __WASI_ERRNO_CONNRESET || (on_windows() && !error));
  do
    error = send_text(fd, "more");
  while (!error);
  HOLDS(error == __WASI_ERRNO_PIPE || error == __WASI_ERRNO_CONNRESET ||
        error == __WASI_ERRNO_CONNABORTED);
  OK(__wasi_fd_close(fd));
}

int main(void) {
  __wasi_fd_t fd;
  __wasi_fdstat_t stat;
  listeners();
  OK(__wasi_sock_accept(V4, 0, &fd));
  EQUAL(fd, 6);
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_filetype, __WASI_FILETYPE_SOCKET_STREAM);
  receiving(fd);
  no_file(fd);
  ending(fd);
  OK(__wasi_sock_accept(V6, NONBLOCK, &fd));
  EQUAL(fd, 6);
  OK(__wasi_fd_fdstat_get(fd, &stat));
  EQUAL(stat.fs_flags, NONBLOCK);
  OK(__wasi_fd_fdstat_set_flags(fd, 0));
  OK(__wasi_fd_renumber(fd, V4));
  reset(V4);
  puts(failures ? "failed" : "passed");
  return failures;
}
