// Every address a guest gives is checked, to its last byte: EFAULT, no trap,
// and nothing was done. RUN: %run_wasi %s

#include "wasi_check.h"

RAW(args_sizes_get) uint32_t raw_args_sizes_get(uint32_t, uint32_t);
RAW(args_get) uint32_t raw_args_get(uint32_t, uint32_t);
RAW(environ_sizes_get) uint32_t raw_environ_sizes_get(uint32_t, uint32_t);
RAW(environ_get) uint32_t raw_environ_get(uint32_t, uint32_t);
RAW(clock_res_get) uint32_t raw_clock_res_get(uint32_t, uint32_t);
RAW(clock_time_get) uint32_t raw_clock_time_get(uint32_t, uint64_t, uint32_t);
RAW(random_get) uint32_t raw_random_get(uint32_t, uint32_t);
RAW(fd_fdstat_get) uint32_t raw_fd_fdstat_get(uint32_t, uint32_t);
RAW(fd_filestat_get) uint32_t raw_fd_filestat_get(uint32_t, uint32_t);
RAW(fd_prestat_get) uint32_t raw_fd_prestat_get(uint32_t, uint32_t);
RAW(fd_prestat_dir_name)
uint32_t raw_fd_prestat_dir_name(uint32_t, uint32_t, uint32_t);
RAW(fd_seek) uint32_t raw_fd_seek(uint32_t, uint64_t, uint32_t, uint32_t);
RAW(fd_tell) uint32_t raw_fd_tell(uint32_t, uint32_t);
RAW(path_create_directory)
uint32_t raw_path_create_directory(uint32_t, uint32_t, uint32_t);
RAW(path_filestat_get)
uint32_t raw_path_filestat_get(uint32_t, uint32_t, uint32_t, uint32_t,
                               uint32_t);
RAW(path_readlink)
uint32_t raw_path_readlink(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t,
                           uint32_t);
RAW(path_symlink)
uint32_t raw_path_symlink(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t);
RAW(path_rename)
uint32_t raw_path_rename(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t,
                         uint32_t);

static uint32_t fd, good[64];

// Calls everything with `bad`, from which fewer than `size` bytes are memory.
static void all_fault(uint32_t bad, uint32_t size) {
  uint32_t ok = ADDRESS(good), name = ADDRESS("f");
  EXPECT(FAULT, raw_random_get(bad, size));
  EXPECT(FAULT, raw_path_create_directory(CWD, bad, size));
  EXPECT(FAULT, raw_path_open(CWD, 0, bad, size, CREAT, READ, 0, 0, ok));
  EXPECT(FAULT, raw_path_filestat_get(CWD, 0, bad, size, ok));
  EXPECT(FAULT, raw_path_readlink(CWD, name, 1, bad, size, ok));
  EXPECT(FAULT, raw_path_symlink(bad, size, CWD, name, 1));
  EXPECT(FAULT, raw_path_rename(CWD, bad, size, CWD, name, 1));
  EXPECT(FAULT, raw_path_rename(CWD, name, 1, CWD, bad, size));
  EXPECT(FAULT, raw_fd_readdir(CWD, bad, size, 0, ok));
  // Results of 4 bytes or more.
  EXPECT(FAULT, raw_args_sizes_get(bad, ok));
  EXPECT(FAULT, raw_args_sizes_get(ok, bad));
  EXPECT(FAULT, raw_args_get(bad, ok));
  EXPECT(FAULT, raw_environ_sizes_get(bad, ok));
  EXPECT(FAULT, raw_environ_get(bad, ok));
  EXPECT(FAULT, raw_clock_res_get(0, bad));
  EXPECT(FAULT, raw_clock_time_get(0, 0, bad));
  EXPECT(FAULT, raw_fd_fdstat_get(fd, bad));
  EXPECT(FAULT, raw_fd_filestat_get(fd, bad));
  EXPECT(FAULT, raw_fd_prestat_get(CWD, bad));
  EXPECT(FAULT, raw_fd_seek(fd, 1, 0, bad));
  EXPECT(FAULT, raw_fd_tell(fd, bad));
  EXPECT(FAULT, raw_path_open(CWD, 0, name, 1, CREAT, READ, 0, 0, bad));
  EXPECT(FAULT, raw_path_filestat_get(CWD, 0, name, 1, bad));
  EXPECT(FAULT, raw_path_readlink(CWD, name, 1, ok, 9, bad));
  EXPECT(FAULT, raw_fd_readdir(CWD, ok, 9, 0, bad));
  // The array of vectors, a buffer in it, and the result.
  uint32_t vectors[4] = {ok, 1, bad, size};
  EXPECT(FAULT, raw_fd_write(fd, bad, 1, ok));
  EXPECT(FAULT, raw_fd_read(fd, bad, 1, ok));
  EXPECT(FAULT, raw_fd_write(fd, ADDRESS(vectors), 2, ok));
  EXPECT(FAULT, raw_fd_read(fd, ADDRESS(vectors), 2, ok));
  EXPECT(FAULT, raw_fd_write(fd, ADDRESS(vectors), 1, bad));
  EXPECT(FAULT, raw_fd_read(fd, ADDRESS(vectors), 1, bad));
}

int main(void) {
  __wasi_filesize_t position;
  __wasi_filestat_t stat;
  OK(open_at(CWD, "d", CREAT, FILE_RIGHTS, &fd));
  uint32_t end = memory_end();
  all_fault(end, 1);
  all_fault(end - 1, 2);
  all_fault(end - 3, 4);
  all_fault(0xffffffff, 1);
  all_fault(0xffffffff, 0xffffffff);
  all_fault(end - 1, 0xffffffff);
  EXPECT(FAULT, raw_fd_prestat_dir_name(READ_ONLY, end - 1, 2));
  EXPECT(FAULT, raw_fd_write(fd, 8, 1u << 29, ADDRESS(good)));
  EXPECT(FAULT, raw_fd_write(fd, 8, 0xffffffff, ADDRESS(good)));
  EXPECT(FAULT, raw_fd_read(fd, 8, 1u << 29, ADDRESS(good)));
  OK(__wasi_fd_tell(fd, &position));
  EQUAL(position, 0);
  OK(__wasi_fd_filestat_get(fd, &stat));
  EQUAL(stat.size, 0);
  EXPECT(NOENT, __wasi_path_filestat_get(CWD, 0, "f", &stat));
  return failures;
}
