// Opening one name relative to a directory handle.

#ifndef WASMC_WINDOWS_NT_FILE_H
#define WASMC_WINDOWS_NT_FILE_H

#include "io.h"

struct NtOpen {
  uint32_t access;
  uint32_t disposition = FILE_OPEN;
  uint32_t options = 0;
};

// A handle that is closed at the end of its block.
class OwnedHandle {
public:
  OwnedHandle() = default;
  OwnedHandle(const OwnedHandle &) = delete;
  OwnedHandle &operator=(const OwnedHandle &) = delete;
  ~OwnedHandle() {
    if (handle)
      NtClose(handle);
  }
  OsHandle asOs() const { return reinterpret_cast<OsHandle>(handle); }
  OsHandle release() {
    OsHandle result = asOs();
    handle = nullptr;
    return result;
  }

  HANDLE handle = nullptr;
};

inline constexpr uint32_t shareAll =
    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

// Opens one name, a reparse point itself; "." is the directory.
WasiErrno openName(OsHandle dir, const char *name, const NtOpen &open,
                   OwnedHandle *result);

WasiErrno attributesOf(const OwnedHandle &file, NtAttributeTag *result);

// ELOOP for a symbolic link, ENOTCAPABLE for any other reparse point: what
// those lead to is not known to stay below the directory.
WasiErrno refuseReparsePoint(const NtAttributeTag &attributes);

inline bool isPlainDirectory(const NtAttributeTag &attributes) {
  return (attributes.attributes & FILE_ATTRIBUTE_DIRECTORY) &&
         !(attributes.attributes & FILE_ATTRIBUTE_REPARSE_POINT);
}

// Removes the name that `file` was opened by: at once where the file system
// can, else when its last handle is closed.
WasiErrno removeName(const OwnedHandle &file);

// Whether a file system or an older Windows does not know a request.
bool isUnknownRequest(int32_t status);

#endif
