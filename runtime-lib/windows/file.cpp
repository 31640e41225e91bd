// Open files by Win32 and NT calls. All handles are synchronous.

#include "io.h"
#include "wasi/wasi_types.h"

namespace {

constexpr int64_t unixEpoch = 116444736000000000; // 1970 as a FILETIME
constexpr uint32_t maxTransfer = 1u << 30;

using TransferCall = BOOL(WINAPI *)(HANDLE, void *, DWORD, DWORD *,
                                    OVERLAPPED *);

// One call; `at` is null for the current position. The end of the data is
// success with 0 bytes.
WasiErrno transferOne(bool write, HANDLE handle, const OsBuffer &buffer,
                      const uint64_t *at, size_t *done) {
  OVERLAPPED place = {};
  if (at) {
    place.Offset = DWORD(*at);
    place.OffsetHigh = DWORD(*at >> 32);
  }
  DWORD size = buffer.size < maxTransfer ? DWORD(buffer.size) : maxTransfer;
  DWORD moved = 0;
  OVERLAPPED *overlapped = at ? &place : nullptr;
  BOOL good = write ? WriteFile(handle, buffer.data, size, &moved, overlapped)
                    : ReadFile(handle, buffer.data, size, &moved, overlapped);
  *done = moved;
  if (good)
    return WASI_SUCCESS;
  DWORD error = GetLastError();
  if (!write && (error == ERROR_HANDLE_EOF || error == ERROR_BROKEN_PIPE))
    return WASI_SUCCESS;
  return fromWin32(error);
}

// Moves buffer after buffer until one is not moved wholly. `at`: see above;
// it is advanced unless `fixed`.
WasiErrno transfer(bool write, OsHandle handle, const OsBuffer *buffers,
                   uint32_t count, uint64_t *at, bool fixed, size_t *done) {
  size_t total = 0;
  for (uint32_t i = 0; i != count; ++i) {
    if (!buffers[i].size)
      continue;
    // What is no file has only promised the bytes that one call returns.
    if (total && !write && GetFileType(toHandle(handle)) != FILE_TYPE_DISK)
      break;
    size_t moved = 0;
    if (WasiErrno error =
            transferOne(write, toHandle(handle), buffers[i], at, &moved)) {
      if (total)
        break;
      return error;
    }
    total += moved;
    if (at && !fixed)
      *at += moved;
    if (moved != buffers[i].size)
      break;
  }
  *done = total;
  return WASI_SUCCESS;
}

// A transfer at an offset moves the position of a synchronous handle, too.
WasiErrno transferAt(bool write, OsHandle handle, const OsBuffer *buffers,
                     uint32_t count, uint64_t offset, size_t *done) {
  LARGE_INTEGER zero = {}, position;
  if (!SetFilePointerEx(toHandle(handle), zero, &position, FILE_CURRENT))
    return WASI_ESPIPE;
  WasiErrno error =
      transfer(write, handle, buffers, count, &offset, false, done);
  SetFilePointerEx(toHandle(handle), position, nullptr, FILE_BEGIN);
  return error;
}

uint8_t typeOf(uint32_t attributes, uint32_t tag) {
  if (attributes & FILE_ATTRIBUTE_REPARSE_POINT) {
    if (tag == IO_REPARSE_TAG_SYMLINK)
      return FiletypeSymbolicLink;
    return FiletypeUnknown; // junctions and their like: not followed
  }
  return attributes & FILE_ATTRIBUTE_DIRECTORY ? FiletypeDirectory
                                               : FiletypeRegularFile;
}

int64_t joined(uint32_t high, uint32_t low) {
  return int64_t(uint64_t(high) << 32 | low);
}

template <class T>
WasiErrno query(OsHandle handle, int informationClass, T *result) {
  IO_STATUS_BLOCK status;
  return fromStatus(
      NtQueryInformationFile(toHandle(handle), &status, result, sizeof(T),
                             FILE_INFORMATION_CLASS(informationClass)));
}

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

uint64_t fromFileTime(int64_t time) {
  if (time < unixEpoch)
    return 0;
  uint64_t result;
  return __builtin_mul_overflow(uint64_t(time - unixEpoch), 100u, &result)
             ? ~uint64_t(0)
             : result;
}

int64_t toFileTime(uint64_t nanoseconds) {
  return int64_t(nanoseconds / 100) + unixEpoch;
}

int64_t currentFileTime() {
  FILETIME time;
  GetSystemTimePreciseAsFileTime(&time);
  return joined(time.dwHighDateTime, time.dwLowDateTime);
}

WasiErrno os_stdio(uint32_t which, OsHandle *handle) {
  HANDLE found = GetStdHandle(STD_INPUT_HANDLE - which);
  if (!found || found == INVALID_HANDLE_VALUE)
    return WASI_EBADF;
  // A number that the parent left over, without a file behind it.
  if (GetFileType(found) == FILE_TYPE_UNKNOWN && GetLastError() != NO_ERROR)
    return WASI_EBADF;
  *handle = reinterpret_cast<OsHandle>(found);
  if (os_is_terminal(*handle))
    noteConsole(which, *handle);
  return WASI_SUCCESS;
}

bool os_is_terminal(OsHandle handle) {
  DWORD mode;
  return GetConsoleMode(toHandle(handle), &mode);
}

WasiErrno os_close(OsHandle handle) {
  // Kept for the trap report; other standard handles may be the same one.
  if (toHandle(handle) == GetStdHandle(STD_ERROR_HANDLE))
    return WASI_SUCCESS;
  return fromStatus(NtClose(toHandle(handle)));
}

WasiErrno os_read(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done) {
  if (consoleNumber(handle) >= 0)
    return readConsole(toHandle(handle), buffers, count, done);
  return transfer(false, handle, buffers, count, nullptr, false, done);
}

WasiErrno os_write(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   bool append, size_t *done) {
  int console = consoleNumber(handle);
  if (console >= 0)
    return writeConsole(console, toHandle(handle), buffers, count, done);
  uint64_t end = ~uint64_t(0); // FILE_WRITE_TO_END_OF_FILE
  return transfer(true, handle, buffers, count, append ? &end : nullptr, true,
                  done);
}

WasiErrno os_pread(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   uint64_t offset, size_t *done) {
  return transferAt(false, handle, buffers, count, offset, done);
}

WasiErrno os_pwrite(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                    uint64_t offset, size_t *done) {
  return transferAt(true, handle, buffers, count, offset, done);
}

WasiErrno os_seek(OsHandle handle, int64_t offset, uint32_t whence,
                  uint64_t *position) {
  LARGE_INTEGER distance, result;
  distance.QuadPart = offset;
  static_assert(FILE_BEGIN == WhenceSet && FILE_CURRENT == WhenceCur &&
                FILE_END == WhenceEnd);
  if (!SetFilePointerEx(toHandle(handle), distance, &result, whence))
    return lastError();
  *position = uint64_t(result.QuadPart);
  return WASI_SUCCESS;
}

WasiErrno os_stat(OsHandle handle, OsStat *stat) {
  *stat = {};
  // Only files on disks have an identity. (Wine answers GetFileType by reading
  // the file, which changes its access time, so that it comes last.)
  NtBasicInformation basic;
  NtStandardInformation standard;
  NtIdInformation id = {};
  NtAttributeTag tag = {};
  if (query(handle, ntIdInformation, &id) != WASI_SUCCESS &&
      GetFileType(toHandle(handle)) != FILE_TYPE_DISK) {
    stat->type = GetFileType(toHandle(handle)) == FILE_TYPE_CHAR
                     ? FiletypeCharacterDevice
                     : FiletypeUnknown;
    stat->links = 1;
    return WASI_SUCCESS;
  }
  if (WasiErrno error = query(handle, ntBasicInformation, &basic))
    return error;
  if (WasiErrno error = query(handle, ntStandardInformation, &standard))
    return error;
  if (basic.attributes & FILE_ATTRIBUTE_REPARSE_POINT)
    query(handle, ntAttributeTagInformation, &tag);
  stat->dev = id.volume;
  stat->ino = id.file[0];
  stat->type = typeOf(basic.attributes, tag.reparseTag);
  stat->links = standard.links;
  if (stat->type != FiletypeDirectory)
    stat->size = uint64_t(standard.size);
  stat->accessed = fromFileTime(basic.accessed);
  stat->modified = fromFileTime(basic.modified);
  stat->changed = fromFileTime(basic.changed);
  return WASI_SUCCESS;
}

WasiErrno os_set_size(OsHandle handle, uint64_t size) {
  IO_STATUS_BLOCK status;
  int64_t end = int64_t(size);
  WasiErrno error = fromStatus(
      NtSetInformationFile(toHandle(handle), &status, &end, sizeof(end),
                           FILE_INFORMATION_CLASS(ntEndOfFileInformation)));
  // POSIX's word for a file that is not open for writing.
  return error == WASI_EACCES ? WASI_EINVAL : error;
}

WasiErrno os_set_times(OsHandle handle, const OsTimes &times) {
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
  if (FlushFileBuffers(toHandle(handle)))
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
  return GetFileType(toHandle(handle)) == FILE_TYPE_DISK ? WASI_SUCCESS
                                                         : WASI_ESPIPE;
}

WasiErrno os_set_flags(OsHandle handle, uint16_t fdflags) {
  // Appending is said with each write. Files never make anybody wait; pipes
  // and consoles have no mode that does not.
  if ((fdflags & FdflagNonblock) &&
      GetFileType(toHandle(handle)) != FILE_TYPE_DISK)
    return WASI_ENOTSUP;
  return WASI_SUCCESS;
}
