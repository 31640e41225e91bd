// Calls whose arguments a trace shows in every way there is.

#include "wasi_check.h"

RAW(random_get) uint32_t raw_random_get(uint32_t, uint32_t);
RAW(fd_fdstat_set_flags) uint32_t raw_fd_fdstat_set_flags(uint32_t, uint32_t);
RAW(fd_seek) uint32_t raw_fd_seek(uint32_t, uint64_t, uint32_t, uint32_t);

int main(void) {
  __wasi_fd_t fd;
  __wasi_timestamp_t time;
  __wasi_filesize_t position;
  static uint32_t vectors[] = {16, 5, 32, 6};
  __wasi_path_create_directory(CWD, "made \"\\\n\x1b[2J\xc2\x9b\xc3\xa9");
  __wasi_path_create_directory(CWD, "../out");
  __wasi_clock_time_get(1, 7, &time);
  __wasi_clock_time_get(9, 7, &time);
  open_at(CWD, "file", CREAT | EXCL, READ | WRITE, &fd);
  raw_path_open(CWD, 6, memory_end() - 1, 2, 0xff0, 1, 0, 0x104, 8);
  raw_fd_fdstat_set_flags(fd, 5);
  raw_fd_write(fd, ADDRESS(vectors), 2, memory_end() - 3);
  raw_fd_write(fd, memory_end(), 1, 8);
  raw_fd_seek(fd, -12, 2, ADDRESS(&position));
  raw_fd_seek(fd, 0, 0xffffffff, ADDRESS(&position));
  raw_random_get(16, 2);
  __wasi_fd_filestat_set_times(fd, 0, ~0ull, __WASI_FSTFLAGS_ATIM_NOW);
  __wasi_sched_yield();
  __wasi_fd_close(fd);
  __wasi_proc_exit(3);
}
