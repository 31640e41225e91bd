// What the tested part of the runtime library needs of the rest: guest memory,
// and the functions of os.h that have nothing to do with files.

#include "FakeNt.h"
#include "instance.h"
#include "windows/io.h"
#include <algorithm>
#include <cstdlib>
#include <cstring>

extern "C" {
const WasmcModule wasmc_module = {};
WasmcMemory wasmc_memory;
WasmcMemory *wasmc_caller_memory = &wasmc_memory;
}
WasmcInstance *(*findInstance)();
WasmcMemory &callerMemory() { return *wasmc_caller_memory; }

PumpedInput pumpedInput = {osNoHandle, nullptr, nullptr};
const SocketCalls *socketCalls;

int consoleNumber(OsHandle) { return -1; }
bool os_is_terminal(OsHandle) { return false; }
WasiErrno os_stdio(uint32_t, OsStdio *) { return WASI_EBADF; }
WasiErrno os_close(OsHandle handle) {
  return fromStatus(NtClose(toHandle(handle)));
}

void *os_allocate(uint64_t size) { return calloc(1, size); }
void os_free(void *address, uint64_t) { free(address); }
void os_write_error(const void *, size_t) {}
void os_exit(uint32_t) { abort(); }
void fatal(const char *) { abort(); }
const char *const *os_environ() {
  static const char *const none[] = {nullptr};
  return none;
}
bool os_is_elevated() { return false; }

// The tests have one thread.
uint64_t os_thread_id() { return 1; }
void os_wait(const uint32_t *, uint32_t, uint64_t) { abort(); }
void os_wake(const uint32_t *) {}

// NT's status values as errors.cpp has them by way of RtlNtStatusToDosError.
WasiErrno fromStatus(int32_t status) {
  if (status >= 0)
    return WASI_SUCCESS;
  switch (uint32_t(status)) {
  case 0xc0000008: // INVALID_HANDLE
    return WASI_EBADF;
  case 0xc0000022: // ACCESS_DENIED
    return WASI_EACCES;
  case 0xc0000033: // OBJECT_NAME_INVALID
    return WASI_EINVAL;
  case 0xc0000034: // OBJECT_NAME_NOT_FOUND
    return WASI_ENOENT;
  case 0xc0000035: // OBJECT_NAME_COLLISION
    return WASI_EEXIST;
  case 0xc00000ba: // FILE_IS_A_DIRECTORY
    return WASI_EISDIR;
  case 0xc0000101: // DIRECTORY_NOT_EMPTY
    return WASI_ENOTEMPTY;
  case 0xc0000103: // NOT_A_DIRECTORY
    return WASI_ENOTDIR;
  }
  return WASI_EIO;
}
WasiErrno lastError() { return WASI_ENOENT; }
WasiErrno fromWin32(uint32_t) { return WASI_EIO; }

std::u16string consoleShown;
uint32_t consoleTakes;

extern "C" BOOL WriteConsoleW(HANDLE, const void *units, DWORD count,
                              DWORD *written, void *) {
  if (!consoleTakes)
    return FALSE;
  *written = count < consoleTakes ? count : consoleTakes;
  consoleShown.append(static_cast<const char16_t *>(units), *written);
  return TRUE;
}

std::u16string consoleTyped;
uint32_t consoleGives;

extern "C" {

BOOL ReadConsoleW(HANDLE, void *units, DWORD room, DWORD *got, void *) {
  if (!consoleGives)
    return FALSE;
  size_t line = std::min(consoleTyped.find(u'\n'), consoleTyped.size() - 1) + 1;
  *got = std::min({room, consoleGives, DWORD(line)});
  memcpy(units, consoleTyped.data(), *got * 2);
  consoleTyped.erase(0, *got);
  return TRUE;
}

// A line that was typed is its keys.
BOOL GetNumberOfConsoleInputEvents(HANDLE, DWORD *count) {
  *count = DWORD(consoleTyped.size());
  return TRUE;
}

BOOL PeekConsoleInputW(HANDLE, INPUT_RECORD *records, DWORD room,
                       DWORD *count) {
  *count = std::min(room, DWORD(consoleTyped.size()));
  for (DWORD i = 0; i != *count; ++i)
    records[i] = {KEY_EVENT, {{TRUE, {WCHAR(consoleTyped[i])}}}};
  return TRUE;
}

} // extern "C"
