// Windows error numbers as WASI's.

#ifndef WASMC_WINDOWS_ERRORS_H
#define WASMC_WINDOWS_ERRORS_H

#include "wasi/wasi_errno.h"

// A Win32 error (GetLastError).
WasiErrno fromWin32(uint32_t error);
// The error of the Win32 call that just failed.
WasiErrno lastError();
// An NTSTATUS: success unless it is an error.
WasiErrno fromStatus(int32_t status);

#endif
