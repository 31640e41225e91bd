// The console speaks UTF-16. Its code page could be set to UTF-8, but that
// would outlive the program and break characters that are split over writes.

#include "io.h"
#include "lock.h"

namespace {

constexpr uint32_t lineUnits = 256;

// The bytes of a character that the next write may finish.
struct Carry {
  uint8_t bytes[4];
  uint8_t size;
};
Carry carries[3];
Lock writing; // of the carries

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

} // namespace

WasiErrno writeConsole(int number, HANDLE handle, const OsBuffer *buffers,
                       uint32_t count, size_t *done) {
  Locked locked(writing);
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
