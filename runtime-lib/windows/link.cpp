// Names that come and go: removing, renaming, hard links and symbolic links.

#include "command_line.h"
#include "name.h"
#include "nt_file.h"
#include "wasi/wasi_types.h"

namespace {

// Renames or links `file`: `classEx` with `flags`, or else `classOld` with its
// byte for replacing.
WasiErrno giveName(const OwnedHandle &file, OsHandle dir, const char *name,
                   int classEx, uint32_t flags, int classOld, bool replace) {
  alignas(NtNameInformation) char
      buffer[sizeof(NtNameInformation) + maxNameUnits * 2];
  auto *info = reinterpret_cast<NtNameInformation *>(buffer);
  uint32_t units;
  if (WasiErrno error = windowsName(name, info->name, &units))
    return error;
  info->root = toHandle(dir);
  info->nameBytes = units * 2;
  uint32_t size = offsetof(NtNameInformation, name) + units * 2;
  if (size < sizeof(NtNameInformation))
    size = sizeof(NtNameInformation);
  IO_STATUS_BLOCK status;
  int32_t result = int32_t(statusInvalidInfoClass);
  if (classEx) {
    info->flags = flags;
    result = NtSetInformationFile(file.handle, &status, info, size,
                                  FILE_INFORMATION_CLASS(classEx));
  }
  if (isUnknownRequest(result)) {
    info->flags = replace;
    result = NtSetInformationFile(file.handle, &status, info, size,
                                  FILE_INFORMATION_CLASS(classOld));
  }
  return fromStatus(result);
}

// What POSIX says about replacing `name`; an empty directory makes room.
WasiErrno prepareReplacement(bool directory, OsHandle dir, const char *name,
                             const OsStat &source) {
  OsStat old;
  if (os_stat_at(dir, name, &old) != WASI_SUCCESS)
    return WASI_SUCCESS;
  if (old.dev == source.dev && old.ino == source.ino)
    return WASI_SUCCESS;
  if (old.type == FiletypeDirectory)
    return directory ? os_remove_directory_at(dir, name) : WASI_EISDIR;
  return directory ? WASI_ENOTDIR : WASI_SUCCESS;
}

// Longest target of a symbolic link, in UTF-16 units.
constexpr uint32_t maxTargetUnits = 1024;
constexpr uint32_t relativeTarget = 1;

struct LinkBuffer {
  alignas(8) char bytes[sizeof(NtSymbolicLink) + 4 * maxTargetUnits];
  NtSymbolicLink *link() { return reinterpret_cast<NtSymbolicLink *>(bytes); }
};

// Windows wants to know whether a link is for a directory. What the target
// names now, seen from `dir` without following links; else a file.
bool targetsDirectory(OsHandle dir, const char *target) {
  OwnedHandle current;
  while (*target) {
    char name[3 * maxNameUnits + 1];
    uint32_t size = 0;
    while (*target && *target != '/' && size != sizeof(name) - 1)
      name[size++] = *target++;
    name[size] = 0;
    while (*target == '/')
      ++target;
    OsHandle next;
    if (os_enter(current.handle ? current.asOs() : dir, name, &next))
      return false;
    if (current.handle)
      NtClose(current.handle);
    current.handle = toHandle(next);
  }
  return true;
}

// Fills the reparse data for `target`; its size in bytes, or 0.
uint32_t fillLink(const char *target, LinkBuffer &buffer) {
  NtSymbolicLink *link = buffer.link();
  uint32_t units;
  if (utf16FromWtf8(target, link->names, maxTargetUnits, &units))
    return 0;
  for (uint32_t i = 0; i != units; ++i)
    if (link->names[i] == '/')
      link->names[i] = '\\';
  __builtin_memcpy(link->names + units, link->names, units * 2);
  link->tag = IO_REPARSE_TAG_SYMLINK;
  link->reserved = 0;
  link->targetOffset = 0;
  link->targetBytes = link->printOffset = link->printBytes =
      uint16_t(units * 2);
  link->flags = relativeTarget;
  link->dataBytes =
      uint16_t(offsetof(NtSymbolicLink, names) -
               offsetof(NtSymbolicLink, targetOffset) + units * 4);
  return offsetof(NtSymbolicLink, targetOffset) + link->dataBytes;
}

} // namespace

WasiErrno os_unlink_at(OsHandle dir, const char *name) {
  OwnedHandle file;
  NtAttributeTag attributes;
  if (WasiErrno error =
          openName(dir, name, {DELETE | FILE_READ_ATTRIBUTES}, &file))
    return error;
  if (WasiErrno error = attributesOf(file, &attributes))
    return error;
  return isPlainDirectory(attributes) ? WASI_EISDIR : removeName(file);
}

WasiErrno os_remove_directory_at(OsHandle dir, const char *name) {
  OwnedHandle file;
  NtAttributeTag attributes;
  if (WasiErrno error =
          openName(dir, name, {DELETE | FILE_READ_ATTRIBUTES}, &file))
    return error;
  if (WasiErrno error = attributesOf(file, &attributes))
    return error;
  return isPlainDirectory(attributes) ? removeName(file) : WASI_ENOTDIR;
}

WasiErrno os_rename_at(OsHandle oldDir, const char *oldName, OsHandle newDir,
                       const char *newName) {
  constexpr uint32_t replace = 1, atOnce = 2, evenReadOnly = 64;
  OwnedHandle file;
  OsStat source;
  if (WasiErrno error =
          openName(oldDir, oldName, {DELETE | FILE_READ_ATTRIBUTES}, &file))
    return error;
  if (WasiErrno error = os_stat(file.asOs(), &source))
    return error;
  if (WasiErrno error = prepareReplacement(source.type == FiletypeDirectory,
                                           newDir, newName, source))
    return error;
  return giveName(file, newDir, newName, ntRenameInformationEx,
                  replace | atOnce | evenReadOnly, ntRenameInformation, true);
}

WasiErrno os_link_at(OsHandle oldDir, const char *oldName, OsHandle newDir,
                     const char *newName) {
  OwnedHandle file;
  NtAttributeTag attributes;
  if (WasiErrno error =
          openName(oldDir, oldName,
                   {FILE_READ_ATTRIBUTES | FILE_WRITE_ATTRIBUTES}, &file))
    return error;
  if (WasiErrno error = attributesOf(file, &attributes))
    return error;
  if (isPlainDirectory(attributes))
    return WASI_EPERM;
  return giveName(file, newDir, newName, 0, 0, ntLinkInformation, false);
}

WasiErrno os_readlink_at(OsHandle dir, const char *name, char *buffer,
                         size_t size, size_t *length) {
  OwnedHandle file;
  NtAttributeTag attributes;
  if (WasiErrno error = openName(dir, name, {FILE_READ_ATTRIBUTES}, &file))
    return error;
  if (WasiErrno error = attributesOf(file, &attributes))
    return error;
  if (refuseReparsePoint(attributes) != WASI_ELOOP)
    return WASI_EINVAL;
  LinkBuffer data;
  IO_STATUS_BLOCK status;
  if (WasiErrno error = fromStatus(NtFsControlFile(
          file.handle, nullptr, nullptr, nullptr, &status, fsctlGetReparsePoint,
          nullptr, 0, data.bytes, sizeof(data.bytes))))
    return error;
  // Where it leads, not what it shows (printOffset), which others can choose.
  NtSymbolicLink *link = data.link();
  const char16_t *target = link->names + link->targetOffset / 2;
  uint32_t units = link->targetBytes / 2;
  constexpr uint32_t fixedBytes =
      offsetof(NtSymbolicLink, names) - offsetof(NtSymbolicLink, targetOffset);
  if (fixedBytes + link->targetOffset + link->targetBytes > link->dataBytes)
    return WASI_EIO;
  if (units > maxTargetUnits)
    return WASI_ENAMETOOLONG;
  // An absolute target ("C:\\x") starts with '/' for the guest, as elsewhere.
  char text[1 + 3 * maxTargetUnits] = {'/'};
  bool absolute = !(link->flags & relativeTarget);
  size_t used = absolute + wtf8FromUtf16(target, units, text + absolute);
  for (size_t i = 0; i != used; ++i)
    if (text[i] == '\\')
      text[i] = '/';
  *length = used < size ? used : size;
  __builtin_memcpy(buffer, text, *length);
  return WASI_SUCCESS;
}

WasiErrno os_symlink_at(const char *target, OsHandle dir, const char *name) {
  LinkBuffer data;
  uint32_t size = fillLink(target, data);
  if (!size)
    return WASI_EINVAL;
  bool directory = targetsDirectory(dir, target);
  OwnedHandle file;
  if (WasiErrno error = openName(
          dir, name,
          {FILE_WRITE_ATTRIBUTES | FILE_READ_ATTRIBUTES | DELETE, FILE_CREATE,
           uint32_t(directory ? FILE_DIRECTORY_FILE : FILE_NON_DIRECTORY_FILE)},
          &file))
    return error;
  IO_STATUS_BLOCK status;
  WasiErrno error = fromStatus(
      NtFsControlFile(file.handle, nullptr, nullptr, nullptr, &status,
                      fsctlSetReparsePoint, data.bytes, size, nullptr, 0));
  if (error)
    removeName(file);
  return error;
}
