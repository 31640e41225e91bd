// Reads the encodings that DWARF tables are made of. Pure.

#ifndef WASMC_DWARF_READER_H
#define WASMC_DWARF_READER_H

#include <stddef.h>
#include <stdint.h>

// Stands for an encoding where there is no pointer.
constexpr uint8_t dwarfOmitted = 0xff;

// A cursor over bytes that must not be trusted: past the end it reads zeros
// and `failed` stays set.
class DwarfReader {
public:
  DwarfReader(const uint8_t *at, const uint8_t *begin, const uint8_t *end)
      : at(at), end(end), failed(at < begin || at > end) {}

  template <class T> T fixed() { return littleEndian(sizeof(T)); }

  [[gnu::noinline]] uint64_t unsignedLeb() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      uint8_t byte = fixed<uint8_t>();
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (!(byte & 0x80))
        return value;
    }
    failed = true;
    return 0;
  }

  int64_t signedLeb() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64;) {
      uint8_t byte = fixed<uint8_t>();
      value |= static_cast<uint64_t>(byte & 0x7f) << shift;
      shift += 7;
      if (byte & 0x80)
        continue;
      if (byte & 0x40 && shift < 64)
        value |= ~0ull << shift;
      return value;
    }
    failed = true;
    return 0;
  }

  // A pointer in one of the DW_EH_PE_ encodings that compilers emit.
  uint64_t encoded(uint8_t encoding) {
    uint64_t position = reinterpret_cast<uint64_t>(at);
    uint64_t value = 0;
    switch (encoding & 0x0f) {
    case 0x00: // absptr
    case 0x04: // udata8
    case 0x0c: // sdata8
      value = fixed<uint64_t>();
      break;
    case 0x03: // udata4
      value = fixed<uint32_t>();
      break;
    case 0x0b: // sdata4
      value = static_cast<int64_t>(fixed<int32_t>());
      break;
    default:
      failed = true;
    }
    switch (encoding & 0xf0) {
    case 0x00:
      return value;
    case 0x10: // pcrel
      return value + position;
    default:
      failed = true;
      return 0;
    }
  }

  [[gnu::noinline]] void skip(uint64_t count) {
    if (failed || count > static_cast<uint64_t>(end - at))
      failed = true;
    else
      at += count;
  }

  bool atEnd() const { return at == end; }
  bool bad() const { return failed; }
  const uint8_t *position() const { return at; }

private:
  // Out of line: this code is in every program, and it is not hot.
  [[gnu::noinline]] uint64_t littleEndian(size_t size) {
    uint64_t value = 0;
    if (failed || static_cast<size_t>(end - at) < size) {
      failed = true;
      return value;
    }
    for (size_t i = 0; i < size; ++i)
      value |= static_cast<uint64_t>(at[i]) << (8 * i);
    at += size;
    return value;
  }

  const uint8_t *at, *end;
  bool failed;
};

#endif
