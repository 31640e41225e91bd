// Opening one name by NtCreateFile: never a path, never through a link.

#include "nt_file.h"
#include "name.h"

static constexpr uint32_t commonOptions =
    FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_REPARSE_POINT;

WasiErrno openName(OsHandle dir, const char *name, const NtOpen &open,
                   OwnedHandle *result) {
  char16_t units[maxNameUnits];
  uint32_t count = 0;
  if (!(name[0] == '.' && !name[1]))
    if (WasiErrno error = windowsName(name, units, &count))
      return error;
  UNICODE_STRING object = {USHORT(count * 2), USHORT(count * 2),
                           reinterpret_cast<wchar_t *>(units)};
  OBJECT_ATTRIBUTES attributes = {};
  attributes.Length = sizeof(attributes);
  attributes.RootDirectory = toHandle(dir);
  attributes.ObjectName = &object;
  attributes.Attributes = OBJ_CASE_INSENSITIVE;
  IO_STATUS_BLOCK status;
  return fromStatus(
      NtCreateFile(&result->handle, open.access | SYNCHRONIZE, &attributes,
                   &status, nullptr, FILE_ATTRIBUTE_NORMAL, shareAll,
                   open.disposition, commonOptions | open.options, nullptr, 0));
}

WasiErrno attributesOf(const OwnedHandle &file, NtAttributeTag *result) {
  IO_STATUS_BLOCK status;
  return fromStatus(NtQueryInformationFile(
      file.handle, &status, result, sizeof(*result),
      FILE_INFORMATION_CLASS(ntAttributeTagInformation)));
}

WasiErrno refuseReparsePoint(const NtAttributeTag &attributes) {
  if (!(attributes.attributes & FILE_ATTRIBUTE_REPARSE_POINT))
    return WASI_SUCCESS;
  return attributes.reparseTag == IO_REPARSE_TAG_SYMLINK ? WASI_ELOOP
                                                         : WASI_ENOTCAPABLE;
}

bool isUnknownRequest(int32_t status) {
  return uint32_t(status) == statusInvalidInfoClass ||
         uint32_t(status) == statusNotImplemented ||
         uint32_t(status) == statusNotSupported ||
         uint32_t(status) == statusInvalidParameter;
}

WasiErrno removeName(const OwnedHandle &file) {
  constexpr uint32_t remove = 1, atOnce = 2, evenReadOnly = 16;
  IO_STATUS_BLOCK status;
  uint32_t flags = remove | atOnce | evenReadOnly;
  int32_t result =
      NtSetInformationFile(file.handle, &status, &flags, sizeof(flags),
                           FILE_INFORMATION_CLASS(ntDispositionInformationEx));
  if (isUnknownRequest(result)) {
    BOOLEAN yes = TRUE;
    result =
        NtSetInformationFile(file.handle, &status, &yes, sizeof(yes),
                             FILE_INFORMATION_CLASS(ntDispositionInformation));
  }
  return fromStatus(result);
}
