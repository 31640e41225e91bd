// fd_renumber: another number for a descriptor.

#include "fd_table.h"
#include "wasi_functions.h"

// Gives `from` the number `to`, closing what `to` was. Both must be open, and
// `from` is free afterwards; with the same number nothing happens.
//
// EBADF: one of them is not open.
extern "C" uint32_t wasmc_wasi_fd_renumber(uint32_t from, uint32_t to) {
  FdEntry *entry;
  if (WasiErrno error = fdFind(from, 0, &entry))
    return error;
  if (WasiErrno error = fdFind(to, 0, &entry))
    return error;
  if (from != to)
    fdMove(from, to);
  return WASI_SUCCESS;
}
