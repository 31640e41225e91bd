// Maps Win32 errors and NT status values.

#include "errors.h"
#include "nt.h"

WasiErrno fromWin32(uint32_t error) {
  switch (error) {
  case ERROR_FILE_NOT_FOUND:
  case ERROR_PATH_NOT_FOUND:
  case ERROR_INVALID_DRIVE:
  case ERROR_BAD_PATHNAME:
  case ERROR_BAD_NETPATH:
  case ERROR_DELETE_PENDING:
    return WASI_ENOENT;
  case ERROR_TOO_MANY_OPEN_FILES:
    return WASI_EMFILE;
  case ERROR_ACCESS_DENIED:
  case ERROR_CANNOT_MAKE:
    return WASI_EACCES;
  case ERROR_INVALID_HANDLE:
    return WASI_EBADF;
  case ERROR_NOT_ENOUGH_MEMORY:
  case ERROR_OUTOFMEMORY:
  case ERROR_NO_SYSTEM_RESOURCES:
  case ERROR_NOT_ENOUGH_QUOTA:
  case ERROR_COMMITMENT_LIMIT:
    return WASI_ENOMEM;
  case ERROR_NOT_SAME_DEVICE:
    return WASI_EXDEV;
  case ERROR_WRITE_PROTECT:
    return WASI_EROFS;
  case ERROR_SHARING_VIOLATION:
  case ERROR_LOCK_VIOLATION:
  case ERROR_BUSY:
    return WASI_EBUSY;
  case ERROR_HANDLE_DISK_FULL:
  case ERROR_DISK_FULL:
    return WASI_ENOSPC;
  case ERROR_INVALID_FUNCTION:
  case ERROR_NOT_SUPPORTED:
  case ERROR_CALL_NOT_IMPLEMENTED:
    return WASI_ENOTSUP;
  case ERROR_FILE_EXISTS:
  case ERROR_ALREADY_EXISTS:
    return WASI_EEXIST;
  case ERROR_INVALID_PARAMETER:
  case ERROR_INVALID_NAME:
  case ERROR_NEGATIVE_SEEK:
  case ERROR_NOT_A_REPARSE_POINT:
    return WASI_EINVAL;
  case ERROR_BROKEN_PIPE:
  case ERROR_NO_DATA:
  case ERROR_PIPE_NOT_CONNECTED:
    return WASI_EPIPE;
  case ERROR_BUFFER_OVERFLOW:
  case ERROR_FILENAME_EXCED_RANGE:
  case ERROR_MORE_DATA:
    return WASI_ENAMETOOLONG;
  case ERROR_DIR_NOT_EMPTY:
    return WASI_ENOTEMPTY;
  case ERROR_FILE_TOO_LARGE:
    return WASI_EFBIG;
  case ERROR_DIRECTORY:
    return WASI_ENOTDIR;
  case ERROR_TOO_MANY_LINKS:
    return WASI_EMLINK;
  case ERROR_PRIVILEGE_NOT_HELD:
    return WASI_EPERM;
  default:
    return WASI_EIO;
  }
}

WasiErrno lastError() { return fromWin32(GetLastError()); }

WasiErrno fromStatus(int32_t status) {
  if (status >= 0)
    return WASI_SUCCESS;
  // Win32 says "access denied" for these.
  if (uint32_t(status) == statusFileIsADirectory)
    return WASI_EISDIR;
  if (uint32_t(status) == statusDeletePending)
    return WASI_ENOENT;
  return fromWin32(RtlNtStatusToDosError(status));
}
