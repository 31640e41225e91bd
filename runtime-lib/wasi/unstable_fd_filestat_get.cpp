// fd_filestat_get of the snapshot "wasi_unstable".

#include "filestat_of_fd.h"
#include "wasi_functions.h"

// As fd_filestat_get, but what is stored is a WasiUnstableFilestat, in which
// more links than 32 bits hold are the largest number.
extern "C" uint32_t wasmc_wasi_unstable_fd_filestat_get(uint32_t fd,
                                                        uint32_t result) {
  return storeFilestatOf<WasiUnstableFilestat>(fd, result);
}
