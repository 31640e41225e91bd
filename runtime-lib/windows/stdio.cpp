// The three handles that a program starts with.

#include "io.h"
#include "wasi/wasi_types.h"

PumpedInput pumpedInput = {osNoHandle, nullptr, nullptr};

namespace {

OsHandle consoles[3];
bool known[3];

} // namespace

WasiErrno os_stdio(uint32_t which, OsStdio *result) {
  HANDLE found = GetStdHandle(STD_INPUT_HANDLE - which);
  if (!found || found == INVALID_HANDLE_VALUE)
    return WASI_EBADF;
  result->handle = reinterpret_cast<OsHandle>(found);
  result->terminal = os_is_terminal(result->handle);
  if (result->terminal)
    noteConsole(which, result->handle);
  switch (GetFileType(found)) {
  case FILE_TYPE_DISK:
    result->type = FiletypeRegularFile;
    break;
  case FILE_TYPE_CHAR:
    result->type = FiletypeCharacterDevice;
    break;
  case FILE_TYPE_UNKNOWN: // a number without a file behind it, or a rare device
    if (GetLastError() != NO_ERROR)
      return WASI_EBADF;
    [[fallthrough]];
  default:
    result->type = FiletypeUnknown;
  }
  return WASI_SUCCESS;
}

bool os_is_terminal(OsHandle handle) {
  DWORD mode;
  return GetConsoleMode(toHandle(handle), &mode);
}

WasiErrno os_close(OsHandle handle) {
  if (isSocket(handle))
    return socketCalls->close(handle);
  // Kept for the trap report; other standard handles may be the same one.
  if (toHandle(handle) == GetStdHandle(STD_ERROR_HANDLE))
    return WASI_SUCCESS;
  if (isPumped(handle) && !pumpedInput.stop())
    return WASI_SUCCESS;
  return fromStatus(NtClose(toHandle(handle)));
}

void noteConsole(uint32_t which, OsHandle handle) {
  consoles[which] = handle;
  known[which] = true;
}

int consoleNumber(OsHandle handle) {
  for (int i = 0; i != 3; ++i)
    if (known[i] && consoles[i] == handle)
      return i;
  return -1;
}
