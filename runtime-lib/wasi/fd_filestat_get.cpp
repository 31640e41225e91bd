// fd_filestat_get: the attributes of an open file.

#include "filestat_of_fd.h"
#include "wasi_functions.h"

// Stores the attributes of `fd` (WasiFilestat) at `result`. Times before 1970
// are 0; times that need more than 64 bits are the largest number.
//
// EBADF: not open. ENOTCAPABLE: the right is missing. EFAULT: the result lies
// outside guest memory. EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_filestat_get(uint32_t fd, uint32_t result) {
  return storeFilestatOf<WasiFilestat>(fd, result);
}
