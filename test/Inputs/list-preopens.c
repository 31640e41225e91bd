// Prints each preopened directory: its number, name and how many names it has.

#include <stdio.h>
#include <wasi/api.h>

int main(void) {
  for (__wasi_fd_t fd = 3;; ++fd) {
    static uint8_t buffer[4096], name[256];
    __wasi_prestat_t prestat;
    __wasi_size_t used;
    if (__wasi_fd_prestat_get(fd, &prestat))
      break;
    __wasi_fd_prestat_dir_name(fd, name, prestat.u.dir.pr_name_len);
    __wasi_fd_readdir(fd, buffer, sizeof buffer, 0, &used);
    int count = 0;
    for (__wasi_size_t at = 0; at < used; ++count)
      at += 24 + ((__wasi_dirent_t *)(buffer + at))->d_namlen;
    printf("%u '%.*s' %d entries\n", fd, (int)prestat.u.dir.pr_name_len, name,
           count - 2);
  }
}
