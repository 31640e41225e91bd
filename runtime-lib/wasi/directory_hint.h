// What path_open does for the hint at the end (runtime.h, explainFailure). A
// function that includes this is linked with it.

#ifndef WASMC_WASI_DIRECTORY_HINT_H
#define WASMC_WASI_DIRECTORY_HINT_H

#include "wasi_errno.h"

// Remembers if opening a path failed because it leads out of the directory
// (ENOTCAPABLE). Returns `error`.
WasiErrno noteEscape(WasiErrno error);

#endif
