// Lines typed at a console, as UTF-8.

#include "command_line.h"
#include "io.h"
#include "lock.h"

namespace {

Lock reading; // of what follows

// What was read but not yet given to the guest.
constexpr uint32_t lineUnits = 256;
char pending[3 * lineUnits];
uint32_t pendingStart, pendingEnd;
char16_t splitPair; // the first half of a character whose second is to come

// Reads a piece of a line into `pending`. Enter arrives as "\r\n" and is "\n"
// for the guest; Ctrl-Z at the start is the end of input. `more`: nothing for
// the guest came, but it is not the end.
WasiErrno readPiece(HANDLE handle, bool *more) {
  wchar_t units[lineUnits];
  DWORD got = 0;
  uint32_t start = 0;
  if (splitPair)
    units[start++] = wchar_t(splitPair);
  splitPair = 0;
  if (!ReadConsoleW(handle, units + start, lineUnits - start, &got, nullptr))
    return lastError();
  uint32_t total = start + got, kept = 0;
  if (total && units[0] == 0x1a)
    return WASI_SUCCESS;
  for (uint32_t i = 0; i != total; ++i)
    if (!(units[i] == '\r'))
      units[kept++] = units[i];
  if (kept && units[kept - 1] >= 0xd800 && units[kept - 1] < 0xdc00)
    splitPair = char16_t(units[--kept]);
  pendingStart = 0;
  pendingEnd = uint32_t(
      wtf8FromUtf16(reinterpret_cast<const char16_t *>(units), kept, pending));
  *more = got && !kept;
  return WASI_SUCCESS;
}

WasiErrno fillPending(HANDLE handle) {
  WasiErrno error;
  bool more;
  do {
    more = false;
    error = readPiece(handle, &more);
  } while (!error && more);
  return error;
}

} // namespace

WasiErrno readConsole(HANDLE handle, const OsBuffer *buffers, uint32_t count,
                      size_t *done) {
  *done = 0;
  if (!sizeOf(buffers, count))
    return WASI_SUCCESS;
  Locked locked(reading);
  if (pendingStart == pendingEnd)
    if (WasiErrno error = fillPending(handle))
      return error;
  for (uint32_t i = 0; i != count; ++i)
    for (size_t at = 0; at != buffers[i].size && pendingStart != pendingEnd;
         ++at, ++*done)
      static_cast<char *>(buffers[i].data)[at] = pending[pendingStart++];
  return WASI_SUCCESS;
}

bool consoleHasLine(HANDLE handle) {
  if (pendingStart != pendingEnd)
    return true;
  DWORD count = 0;
  if (!GetNumberOfConsoleInputEvents(handle, &count))
    return true; // reading tells what is wrong
  if (!count)
    return false;
  uint64_t size = count * sizeof(INPUT_RECORD);
  auto *records = static_cast<INPUT_RECORD *>(os_allocate(size));
  bool found = false;
  if (records && PeekConsoleInputW(handle, records, count, &count))
    for (DWORD i = 0; i != count; ++i) {
      const KEY_EVENT_RECORD &key = records[i].Event.KeyEvent;
      found |= records[i].EventType == KEY_EVENT && key.bKeyDown &&
               key.uChar.UnicodeChar == '\r';
    }
  if (records)
    os_free(records, size);
  return found;
}
