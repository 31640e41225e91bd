// Open files by Win32 and NT calls. All handles are synchronous.

#include "io.h"
#include "wasi/wasi_types.h"

namespace {

// Another handle to the same file with the right to change its times.
HANDLE reopenForAttributes(OsHandle handle) {
  UNICODE_STRING empty = {};
  OBJECT_ATTRIBUTES object = {};
  object.Length = sizeof(object);
  object.RootDirectory = toHandle(handle);
  object.ObjectName = &empty;
  IO_STATUS_BLOCK status;
  HANDLE result;
  if (NtCreateFile(
          &result, FILE_WRITE_ATTRIBUTES | SYNCHRONIZE, &object, &status,
          nullptr, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
          FILE_OPEN, FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT,
          nullptr, 0) < 0)
    return nullptr;
  return result;
}

} // namespace

WasiErrno os_seek(OsHandle handle, int64_t offset, uint32_t whence,
                  uint64_t *position) {
  if (isPumped(handle))
    return WASI_ESPIPE;
  LARGE_INTEGER distance, result;
  distance.QuadPart = offset;
  static_assert(FILE_BEGIN == WhenceSet && FILE_CURRENT == WhenceCur &&
                FILE_END == WhenceEnd);
  if (!SetFilePointerEx(toHandle(handle), distance, &result, whence))
    return lastError();
  *position = uint64_t(result.QuadPart);
  return WASI_SUCCESS;
}

WasiErrno os_set_size(OsHandle handle, uint64_t size) {
  if (isPumped(handle))
    return WASI_EINVAL;
  IO_STATUS_BLOCK status;
  int64_t end = int64_t(size);
  WasiErrno error = fromStatus(
      NtSetInformationFile(toHandle(handle), &status, &end, sizeof(end),
                           FILE_INFORMATION_CLASS(ntEndOfFileInformation)));
  // POSIX's word for a file that is not open for writing.
  return error == WASI_EACCES ? WASI_EINVAL : error;
}

WasiErrno os_set_times(OsHandle handle, const OsTimes &times) {
  if (isPumped(handle))
    return WASI_EINVAL;
  NtBasicInformation info = {};
  int64_t now = currentFileTime();
  if (times.flags & (FstAtim | FstAtimNow))
    info.accessed = times.flags & FstAtim ? toFileTime(times.accessed) : now;
  if (times.flags & (FstMtim | FstMtimNow))
    info.modified = times.flags & FstMtim ? toFileTime(times.modified) : now;
  HANDLE writable = reopenForAttributes(handle);
  IO_STATUS_BLOCK status;
  WasiErrno error = fromStatus(NtSetInformationFile(
      writable ? writable : toHandle(handle), &status, &info, sizeof(info),
      FILE_INFORMATION_CLASS(ntBasicInformation)));
  if (writable)
    NtClose(writable);
  return error;
}

WasiErrno os_sync(OsHandle handle, bool dataOnly) {
  if (isPumped(handle) || FlushFileBuffers(toHandle(handle)))
    return WASI_SUCCESS;
  DWORD error = GetLastError();
  if (error == ERROR_ACCESS_DENIED) // not open for writing: nothing to store
    return WASI_SUCCESS;
  return error == ERROR_INVALID_HANDLE ? WASI_EINVAL : fromWin32(error);
}

WasiErrno os_allocate_file(OsHandle handle, uint64_t offset, uint64_t size) {
  return WASI_ENOTSUP; // the caller makes the file longer
}

WasiErrno os_advise(OsHandle handle, uint64_t offset, uint64_t size,
                    uint8_t advice) {
  return !isPumped(handle) && GetFileType(toHandle(handle)) == FILE_TYPE_DISK
             ? WASI_SUCCESS
             : WASI_ESPIPE;
}

WasiErrno os_set_flags(OsHandle handle, uint16_t fdflags) {
  if (isSocket(handle))
    return socketCalls->setNonblock(handle, fdflags & FdflagNonblock);
  // Appending is said with each write. Files never make anybody wait; pipes
  // and consoles have no mode that does not.
  if ((fdflags & FdflagNonblock) &&
      (isPumped(handle) || GetFileType(toHandle(handle)) != FILE_TYPE_DISK))
    return WASI_ENOTSUP;
  return WASI_SUCCESS;
}
