// File attributes.

#include "io.h"
#include "wasi/wasi_types.h"

namespace {

uint8_t typeOf(uint32_t attributes, uint32_t tag) {
  if (attributes & FILE_ATTRIBUTE_REPARSE_POINT) {
    if (tag == IO_REPARSE_TAG_SYMLINK)
      return FiletypeSymbolicLink;
    return FiletypeUnknown; // junctions and their like: not followed
  }
  return attributes & FILE_ATTRIBUTE_DIRECTORY ? FiletypeDirectory
                                               : FiletypeRegularFile;
}

} // namespace

WasiErrno os_stat(OsHandle handle, OsStat *stat) {
  *stat = {};
  if (isPumped(handle)) {
    stat->type =
        consoleNumber(handle) >= 0 ? FiletypeCharacterDevice : FiletypeUnknown;
    stat->links = 1;
    return WASI_SUCCESS;
  }
  if (isSocket(handle)) {
    stat->type = FiletypeSocketStream;
    stat->links = 1;
    return WASI_SUCCESS;
  }
  // Only files on disks have all of this. (Wine answers GetFileType by reading
  // the file, which changes its access time, so that it comes last.)
  NtBasicInformation basic;
  NtStandardInformation standard;
  NtIdInformation id = {};
  NtAttributeTag tag = {};
  WasiErrno error = queryFile(handle, ntBasicInformation, &basic);
  if (!error)
    error = queryFile(handle, ntStandardInformation, &standard);
  bool hasIdentity = queryFile(handle, ntIdInformation, &id) == WASI_SUCCESS;
  if ((error || !hasIdentity) &&
      GetFileType(toHandle(handle)) != FILE_TYPE_DISK) {
    stat->type = GetFileType(toHandle(handle)) == FILE_TYPE_CHAR
                     ? FiletypeCharacterDevice
                     : FiletypeUnknown;
    stat->links = 1;
    return WASI_SUCCESS;
  }
  if (error)
    return error;
  if (basic.attributes & FILE_ATTRIBUTE_REPARSE_POINT)
    queryFile(handle, ntAttributeTagInformation, &tag);
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
