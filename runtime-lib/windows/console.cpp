// The console speaks UTF-16. Its code page could be set to UTF-8, but that
// would outlive the program and break characters that are split over writes.

#include "command_line.h"
#include "io.h"

namespace {

OsHandle consoles[3];
bool known[3];

// The bytes of a character that the next write may finish.
struct Carry {
  uint8_t bytes[4];
  uint8_t size;
};
Carry carries[3];

// What was read but not yet given to the guest.
constexpr uint32_t lineUnits = 256;
char pending[3 * lineUnits];
uint32_t pendingStart, pendingEnd;
char16_t splitPair; // the first half of a character whose second is to come

unsigned sequenceLength(uint8_t first) {
  if (first < 0x80)
    return 1;
  if (first < 0xc2 || first > 0xf4)
    return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

// Collects UTF-16 and writes it in pieces.
class ConsoleWriter {
public:
  explicit ConsoleWriter(HANDLE handle) : handle(handle) {}

  void put(uint32_t point) {
    if (used + 2 > lineUnits)
      flush();
    if (point > 0xffff) {
      units[used++] = wchar_t(0xd800 + ((point - 0x10000) >> 10));
      point = 0xdc00 + (point & 0x3ff);
    }
    units[used++] = wchar_t(point);
  }

  // False when the console is gone.
  bool flush() {
    DWORD written = 0;
    for (uint32_t at = 0; good && at != used; at += written) {
      written = 0;
      good = WriteConsoleW(handle, units + at, used - at, &written, nullptr) &&
             written != 0;
    }
    used = 0;
    return good;
  }

private:
  HANDLE handle;
  wchar_t units[lineUnits];
  uint32_t used = 0;
  bool good = true;
};

// The code point of a whole sequence, U+FFFD if it is no character.
uint32_t decode(const Carry &carry) {
  static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (carry.size == 1)
    return carry.bytes[0];
  uint32_t point = carry.bytes[0] & (0x7f >> carry.size);
  for (unsigned i = 1; i != carry.size; ++i)
    point = point << 6 | (carry.bytes[i] & 0x3f);
  bool surrogate = point >= 0xd800 && point < 0xe000;
  bool good = point >= smallest[carry.size] && point <= 0x10ffff && !surrogate;
  return good ? point : 0xfffd;
}

void putByte(Carry &carry, uint8_t byte, ConsoleWriter &writer) {
  if (carry.size && (byte & 0xc0) != 0x80) {
    writer.put(0xfffd); // the character before was cut off
    carry.size = 0;
  }
  if (carry.size == 0 && sequenceLength(byte) == 0) {
    writer.put(0xfffd);
    return;
  }
  carry.bytes[carry.size++] = byte;
  if (carry.size == sequenceLength(carry.bytes[0])) {
    writer.put(decode(carry));
    carry.size = 0;
  }
}

// Reads a piece of a line into `pending`. Enter arrives as "\r\n" and is "\n"
// for the guest; Ctrl-Z at the start is the end of input.
WasiErrno fillPending(HANDLE handle) {
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
  return WASI_SUCCESS;
}

} // namespace

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

WasiErrno writeConsole(int number, HANDLE handle, const OsBuffer *buffers,
                       uint32_t count, size_t *done) {
  ConsoleWriter writer(handle);
  for (uint32_t i = 0; i != count; ++i)
    for (size_t at = 0; at != buffers[i].size; ++at)
      putByte(carries[number], static_cast<uint8_t *>(buffers[i].data)[at],
              writer);
  if (!writer.flush())
    return lastError();
  *done = sizeOf(buffers, count);
  return WASI_SUCCESS;
}

WasiErrno readConsole(HANDLE handle, const OsBuffer *buffers, uint32_t count,
                      size_t *done) {
  *done = 0;
  if (!sizeOf(buffers, count))
    return WASI_SUCCESS;
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
  constexpr DWORD looked = 64;
  INPUT_RECORD records[looked];
  DWORD count = 0;
  if (pendingStart != pendingEnd)
    return true;
  if (!PeekConsoleInputW(handle, records, looked, &count))
    return true; // reading tells what is wrong
  for (DWORD i = 0; i != count; ++i)
    if (records[i].EventType == KEY_EVENT &&
        records[i].Event.KeyEvent.bKeyDown &&
        records[i].Event.KeyEvent.uChar.UnicodeChar == '\r')
      return true;
  return false;
}
