// Arguments and results may lie in the same bytes: each call gives what it
// gives where they do not, and a list that is overwritten while it is used
// harms nobody.
// RUN: %run_wasi %s

#include "wasi_check.h"

RAW(path_filestat_get)
uint32_t raw_path_filestat_get(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t);
RAW(path_link)
uint32_t raw_path_link(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t,
                       uint32_t, uint32_t);
RAW(path_rename)
uint32_t raw_path_rename(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t,
                         uint32_t);
RAW(path_readlink)
uint32_t raw_path_readlink(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t,
                           uint32_t);
RAW(args_get) uint32_t raw_args_get(uint32_t, uint32_t);

enum { COUNT = 10000 };
static uint32_t vectors[2 * COUNT];
static char name[64], bytes[1 << 17];

static void paths(void) {
  __wasi_filestat_t stat;
  uint32_t fd;
  strcpy(name, "file");
  EQUAL(raw_path_open(CWD, 0, ADDRESS(name), 4, 0, READ, 0, 0, ADDRESS(name)), 0);
  memcpy(&fd, name, 4);
  OK(__wasi_fd_close(fd));
  strcpy(name, "file");
  EQUAL(raw_path_filestat_get(CWD, 0, ADDRESS(name), 4, ADDRESS(name)), 0);
  memcpy(&stat, name, sizeof stat);
  EQUAL(stat.size, 5);
  strcpy(name, "filename"); // the new name begins as the old one
  EQUAL(raw_path_link(CWD, 0, ADDRESS(name), 4, CWD, ADDRESS(name), 8), 0);
  HOLDS(file_is(CWD, "filename", "12345"));
  EQUAL(raw_path_rename(CWD, ADDRESS(name), 8, CWD, ADDRESS(name), 5), 0);
  HOLDS(file_is(CWD, "filen", "12345"));
  EQUAL(raw_path_rename(CWD, ADDRESS(name), 4, CWD, ADDRESS(name), 4), 0);
  HOLDS(file_is(CWD, "file", "12345"));
}

// Reads 0xff over the list of what is to be read into: at first over its end,
// then over all of it.
static void overwritten_list(void) {
  uint32_t done;
  __wasi_filesize_t at;
  __wasi_fd_t fd;
  memset(bytes, 0xff, sizeof bytes);
  OK(open_at(CWD, "ones", CREAT, FILE_RIGHTS, &fd));
  __wasi_ciovec_t all = {(uint8_t *)bytes, sizeof bytes};
  OK(__wasi_fd_write(fd, &all, 1, &done));
  for (int start = 2; start >= 0; start -= 2) {
    for (int i = 0; i != COUNT; ++i) {
      vectors[2 * i] = ADDRESS(bytes);
      vectors[2 * i + 1] = 1;
    }
    vectors[0] = ADDRESS(vectors + start);
    vectors[1] = sizeof vectors - 4 * start;
    OK(__wasi_fd_seek(fd, 0, __WASI_WHENCE_SET, &at));
    EQUAL(raw_fd_read(fd, ADDRESS(vectors), COUNT, ADDRESS(&done)), 0);
    HOLDS(done >= sizeof vectors - 4 * start && done < sizeof bytes);
    EQUAL(vectors[2 * COUNT - 1], 0xffffffff);
  }
  OK(__wasi_fd_close(fd));
}

int main(int argc, char **argv) {
  make_file("file", "12345");
  paths();
  overwritten_list();
  // A list of names whose length lies in its first bytes.
  uint32_t used;
  EQUAL(raw_fd_readdir(CWD, ADDRESS(bytes), 1000, 0, ADDRESS(bytes)), 0);
  memcpy(&used, bytes, 4);
  HOLDS(used > 5 * 24 && used < 1000);
  // Addresses and texts of the arguments in one place.
  EQUAL(raw_args_get(ADDRESS(bytes), ADDRESS(bytes)), 0);
  make_link("file", "link");
  strcpy(name, "link");
  EQUAL(raw_path_readlink(CWD, ADDRESS(name), 4, ADDRESS(name), 64,
                          ADDRESS(name + 8)), 0);
  HOLDS(!memcmp(name, "file", 4));
  EQUAL(name[8], 4);
  return failures;
}
