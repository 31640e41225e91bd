// Texts that are no path: empty, with a zero byte, too long.
// RUN: %run_wasi %s

#include "wasi_check.h"

static char text[110001];

static uint32_t open_bytes(const char *path, uint32_t size) {
  uint32_t fd;
  uint32_t error =
      raw_path_open(CWD, 0, ADDRESS(path), size, 0, READ, 0, 0, ADDRESS(&fd));
  if (!error)
    OK(__wasi_fd_close(fd));
  return error;
}

int main(void) {
  make_file("f", "x");
  EQUAL(open_bytes("f", 1), 0);
  EXPECT(NOENT, open_bytes("", 0));
  EXPECT(INVAL, open_bytes("f\0x", 3));
  EXPECT(INVAL, open_bytes("f\0", 2));
  EXPECT(INVAL, open_bytes("\0f", 2));
  memset(text, 'x', sizeof text);
  EXPECT(NAMETOOLONG, open_bytes(text, 256));
  EXPECT(NAMETOOLONG, open_bytes(text, 4096));
  EXPECT(NAMETOOLONG, open_bytes(text, 110000));
  EXPECT(NAMETOOLONG, __wasi_path_create_directory(CWD, text));
  EXPECT(NAMETOOLONG, __wasi_path_unlink_file(CWD, text));
  // The longest name is fine, and a long path of short names.
  text[255] = 0;
  make_file(text, "long");
  HOLDS(file_is(CWD, text, "long"));
  OK(__wasi_path_unlink_file(CWD, text));
  text[0] = 0;
  for (int i = 0; i != 2000; ++i)
    strcat(text, "./");
  strcat(text, "f");
  HOLDS(file_is(CWD, text, "x"));
  return failures;
}
