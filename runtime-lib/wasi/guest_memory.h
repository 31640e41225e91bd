// The only way the WASI functions touch guest memory: every address from the
// guest is checked here with 64-bit arithmetic. Values may be unaligned. A
// range of zero bytes is valid wherever it points, because nothing is touched.

#ifndef WASMC_WASI_GUEST_MEMORY_H
#define WASMC_WASI_GUEST_MEMORY_H

#include "../instance.h"
#include "../os.h"
#include "wasi_types.h"

// Whether [address, address + size) lies in memory 0.
inline bool guestValid(uint32_t address, uint64_t size) {
  if (size == 0)
    return true;
  uint64_t bytes = callerMemory().bytes;
  return size <= bytes && address <= bytes - size;
}

// The host address of a range that guestValid() accepted.
inline uint8_t *guestPointer(uint32_t address) {
  return callerMemory().base + address;
}

// Reads or writes a T at an address that guestValid() accepted.
template <class T> inline T guestLoad(uint32_t address) {
  T value;
  __builtin_memcpy(&value, guestPointer(address), sizeof(T));
  return value;
}
template <class T> inline void guestStore(uint32_t address, const T &value) {
  __builtin_memcpy(guestPointer(address), &value, sizeof(T));
}

// A guest iovec array. Elements are read when they are used, a few at a time,
// so that host memory does not depend on their number.
class GuestVectors {
public:
  GuestVectors(uint32_t address, uint32_t count)
      : address(address), count(count) {}

  // Whether the array and every buffer it names lie in memory.
  bool valid() const {
    if (!guestValid(address, uint64_t(count) * 8))
      return false;
    for (uint32_t i = 0; i != count; ++i) {
      uint32_t at = address + i * 8;
      if (!guestValid(guestLoad<uint32_t>(at), guestLoad<uint32_t>(at + 4)))
        return false;
    }
    return true;
  }

  // Fills `buffers` with the next elements, at most `limit` of them and at
  // most 1 GiB in all (so that sums of sizes fit 32 bits); the number filled.
  // An element that became invalid (another thread wrote it) ends the list.
  uint32_t next(OsBuffer *buffers, uint32_t limit) {
    const uint64_t maxBytes = 1u << 30;
    uint64_t bytes = 0;
    uint32_t filled = 0;
    while (filled != limit && index != count && bytes != maxBytes) {
      uint32_t at = address + index * 8;
      uint32_t data = guestLoad<uint32_t>(at);
      uint64_t size = guestLoad<uint32_t>(at + 4);
      if (!guestValid(data, size)) {
        index = count;
        break;
      }
      if (size > maxBytes - bytes) {
        size = maxBytes - bytes;
        index = count; // the result is a short transfer
      } else {
        ++index;
      }
      bytes += size;
      buffers[filled++] = {guestPointer(data), size_t(size)};
    }
    return filled;
  }

private:
  uint32_t address, count, index = 0;
};

#endif
