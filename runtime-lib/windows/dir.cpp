// Names in directories by NT calls relative to a handle, one name at a time.
// Reparse points are opened themselves, never followed by the system, and
// looked at on the handle, so that nobody can put one in between.

#include "command_line.h"
#include "name.h"
#include "nt_file.h"
#include "wasi/wasi_types.h"

WasiErrno os_open_root(const char *path, OsHandle *result) {
  constexpr uint32_t room = 4096;
  char16_t units[room + 1];
  uint32_t count;
  if (WasiErrno error = utf16FromWtf8(path, units, room, &count))
    return error;
  units[count] = 0;
  HANDLE handle = CreateFileW(
      reinterpret_cast<wchar_t *>(units),
      FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES | SYNCHRONIZE,
      shareAll, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr);
  if (handle == INVALID_HANDLE_VALUE)
    return lastError();
  *result = reinterpret_cast<OsHandle>(handle);
  OsStat stat;
  WasiErrno error = os_stat(*result, &stat);
  if (!error && stat.type != FiletypeDirectory)
    error = WASI_ENOTDIR;
  if (error)
    NtClose(handle);
  return error;
}

WasiErrno os_open_at(OsHandle dir, const char *name, const OsOpen &open,
                     OsHandle *result) {
  NtOpen how = {FILE_READ_ATTRIBUTES};
  if (open.write)
    how.access |= FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_WRITE_ATTRIBUTES;
  if (open.read || !open.write) // FILE_READ_DATA lists a directory
    how.access |= FILE_READ_DATA;
  if (open.create)
    how.disposition = open.exclusive ? FILE_CREATE : FILE_OPEN_IF;
  if (open.fdflags & (FdflagSync | FdflagDsync | FdflagRsync))
    how.options |= FILE_WRITE_THROUGH;
  // Not for a link, which is refused below: it would be "a directory".
  OwnedHandle file;
  if (WasiErrno error = openName(dir, name, how, &file))
    return error;
  NtAttributeTag attributes;
  if (WasiErrno error = attributesOf(file, &attributes))
    return error;
  if (open.create && open.exclusive)
    attributes.attributes &= ~FILE_ATTRIBUTE_REPARSE_POINT; // it is new
  if (WasiErrno error = refuseReparsePoint(attributes))
    return error;
  bool isDirectory = isPlainDirectory(attributes);
  if (open.directory && !isDirectory)
    return WASI_ENOTDIR;
  if (isDirectory && (open.write || open.create))
    return WASI_EISDIR;
  if (open.truncate)
    if (WasiErrno error = os_set_size(file.asOs(), 0))
      return error;
  *result = file.release();
  return WASI_SUCCESS;
}

WasiErrno os_open_beneath(OsHandle dir, const char *path, const OsOpen &open,
                          bool follow, OsHandle *result) {
  return WASI_ENOSYS;
}

WasiErrno os_enter(OsHandle dir, const char *name, OsHandle *result) {
  OwnedHandle file;
  NtAttributeTag attributes;
  if (WasiErrno error =
          openName(dir, name, {FILE_READ_ATTRIBUTES | FILE_TRAVERSE}, &file))
    return error;
  if (WasiErrno error = attributesOf(file, &attributes))
    return error;
  if (WasiErrno error = refuseReparsePoint(attributes))
    return error;
  if (!isPlainDirectory(attributes))
    return WASI_ENOTDIR;
  *result = file.release();
  return WASI_SUCCESS;
}

WasiErrno os_enter_beneath(OsHandle dir, const char *path, OsHandle *result) {
  return WASI_ENOSYS;
}

WasiErrno os_stat_at(OsHandle dir, const char *name, OsStat *stat) {
  OwnedHandle file;
  if (WasiErrno error = openName(dir, name, {FILE_READ_ATTRIBUTES}, &file))
    return error;
  return os_stat(file.asOs(), stat);
}

WasiErrno os_set_times_at(OsHandle dir, const char *name,
                          const OsTimes &times) {
  OwnedHandle file;
  if (WasiErrno error = openName(
          dir, name, {FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES}, &file))
    return error;
  return os_set_times(file.asOs(), times);
}

WasiErrno os_create_directory_at(OsHandle dir, const char *name) {
  OwnedHandle file;
  return openName(dir, name,
                  {FILE_READ_ATTRIBUTES, FILE_CREATE, FILE_DIRECTORY_FILE},
                  &file);
}

WasiErrno os_read_directory(OsHandle dir, OsDirEntry entry, void *context) {
  alignas(NtDirectoryEntry) char buffer[8192];
  char name[maxNameUnits * 3];
  // A handle of its own: it starts at the first name, and Wine would remember
  // the names of an earlier look.
  OwnedHandle fresh;
  if (WasiErrno error = openName(dir, ".", {FILE_LIST_DIRECTORY}, &fresh))
    return error;
  for (;;) {
    IO_STATUS_BLOCK status;
    int32_t result = NtQueryDirectoryFile(
        fresh.handle, nullptr, nullptr, nullptr, &status, buffer,
        sizeof(buffer), ntIdBothDirectoryInformation, FALSE, nullptr, FALSE);
    if (uint32_t(result) == statusNoMoreFiles ||
        uint32_t(result) == statusNoSuchFile)
      return WASI_SUCCESS;
    if (result < 0)
      return fromStatus(result);
    for (uint32_t at = 0;;) {
      auto &found = *reinterpret_cast<NtDirectoryEntry *>(buffer + at);
      bool isLink = (found.attributes & FILE_ATTRIBUTE_REPARSE_POINT) &&
                    found.eaSizeOrTag == IO_REPARSE_TAG_SYMLINK;
      uint8_t type =
          isLink ? FiletypeSymbolicLink
          : found.attributes & FILE_ATTRIBUTE_REPARSE_POINT ? FiletypeUnknown
          : found.attributes & FILE_ATTRIBUTE_DIRECTORY     ? FiletypeDirectory
                                                        : FiletypeRegularFile;
      size_t size = wtf8FromUtf16(found.name, found.nameBytes / 2, name);
      if (!entry(context, name, size, uint64_t(found.fileId), type))
        return WASI_ENOMEM;
      if (!found.next)
        break;
      at += found.next;
    }
  }
}
