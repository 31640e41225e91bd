// fd_prestat_get tells the preopened directories from other descriptors.
// RUN: %run_wasi %s

#include "wasi_check.h"

int main(void) {
  __wasi_prestat_t prestat;
  __wasi_fd_t fd;
  OK(__wasi_fd_prestat_get(CWD, &prestat));
  EQUAL(prestat.tag, __WASI_PREOPENTYPE_DIR);
  EQUAL(prestat.u.dir.pr_name_len, 1);
  OK(__wasi_fd_prestat_get(READ_ONLY, &prestat));
  EQUAL(prestat.u.dir.pr_name_len, 2);
  EXPECT(BADF, __wasi_fd_prestat_get(5, &prestat));
  EXPECT(BADF, __wasi_fd_prestat_get(0, &prestat));
  OK(open_at(CWD, ".", DIRECTORY, 0, &fd));
  EXPECT(BADF, __wasi_fd_prestat_get(fd, &prestat));
  return failures;
}
