// What the file, directory and console code of this folder shares.

#ifndef WASMC_WINDOWS_IO_H
#define WASMC_WINDOWS_IO_H

#include "errors.h"
#include "nt.h"
#include "os.h"
#include "socket_calls.h"

inline HANDLE toHandle(OsHandle handle) {
  return reinterpret_cast<HANDLE>(handle);
}

// The number (0, 1, 2) of the standard handle that is this console, or -1.
int consoleNumber(OsHandle handle);
// Remembers which standard handles are consoles. To be called before
// consoleNumber() can find them.
void noteConsole(uint32_t which, OsHandle handle);
// Guest bytes are UTF-8: characters may be split over calls.
WasiErrno writeConsole(int number, HANDLE handle, const OsBuffer *buffers,
                       uint32_t count, size_t *done);
WasiErrno readConsole(HANDLE handle, const OsBuffer *buffers, uint32_t count,
                      size_t *done);
// Whether readConsole() would return without waiting.
bool consoleHasLine(HANDLE handle);

// Standard input while a thread reads it (pump.h): the calls that take the
// place of others, and of which files without polls know nothing. The rest must
// leave the handle alone. osNoHandle: none is read.
struct PumpedInput {
  OsHandle handle;
  WasiErrno (*read)(const OsBuffer *buffers, uint32_t count, size_t *done);
  bool (*stop)(); // false if the handle cannot be closed
};
extern PumpedInput pumpedInput;
inline bool isPumped(OsHandle handle) { return handle == pumpedInput.handle; }

// Reads or writes buffer after buffer until one is not moved wholly. `at`: the
// place, advanced unless `fixed`, or null for the current position.
WasiErrno transfer(bool write, OsHandle handle, const OsBuffer *buffers,
                   uint32_t count, uint64_t *at, bool fixed, size_t *done);
WasiErrno transferAt(bool write, OsHandle handle, const OsBuffer *buffers,
                     uint32_t count, uint64_t offset, size_t *done);

template <class T>
WasiErrno queryFile(OsHandle handle, int informationClass, T *result) {
  IO_STATUS_BLOCK status;
  return fromStatus(
      NtQueryInformationFile(toHandle(handle), &status, result, sizeof(T),
                             FILE_INFORMATION_CLASS(informationClass)));
}

// FILETIME is in units of 100 ns since 1601.
uint64_t fromFileTime(int64_t time);
int64_t toFileTime(uint64_t nanoseconds);
int64_t currentFileTime();

// Adds up what a list of buffers holds.
inline uint64_t sizeOf(const OsBuffer *buffers, uint32_t count) {
  uint64_t size = 0;
  for (uint32_t i = 0; i != count; ++i)
    size += buffers[i].size;
  return size;
}

#endif
