// path_filestat_get of the snapshot "wasi_unstable".

#include "filestat_of_path.h"
#include "wasi_functions.h"

// As path_filestat_get, but what is stored is a WasiUnstableFilestat, in which
// more links than 32 bits hold are the largest number.
extern "C" uint32_t wasmc_wasi_unstable_path_filestat_get(uint32_t fd,
                                                          uint32_t lookup,
                                                          uint32_t path,
                                                          uint32_t path_len,
                                                          uint32_t result) {
  return storeFilestatOf<WasiUnstableFilestat>(fd, lookup, path, path_len,
                                               result);
}
