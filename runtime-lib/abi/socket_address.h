// Reads "ADDRESS:PORT", as --listen and WASMC_LISTEN give it. Shared, so that
// the compiler refuses exactly what the runtime could not read. Numbers only:
// a program resolves no names.

#ifndef WASMC_SOCKET_ADDRESS_H
#define WASMC_SOCKET_ADDRESS_H

#include <stddef.h>
#include <stdint.h>

struct SocketAddress {
  uint8_t bytes[16]; // in network order; IPv4 uses the first four
  uint16_t port;
  bool isV6;
};

class SocketAddressReader {
public:
  SocketAddressReader(const char *text, size_t size)
      : at(text), end(text + size) {}

  // False unless the text is all of "1.2.3.4:80" or "[1::2]:80" with a port
  // that is not 0.
  bool read(SocketAddress *result) {
    uint32_t port;
    *result = {};
    result->isV6 = take('[');
    if (!(result->isV6 ? readV6(result->bytes) && take(']')
                       : readV4(result->bytes)))
      return false;
    if (!take(':') || !readNumber(10, 5, &port) || port == 0 || port > 65535)
      return false;
    result->port = uint16_t(port);
    return at == end;
  }

private:
  bool take(char wanted) {
    bool taken = at != end && *at == wanted;
    at += taken;
    return taken;
  }

  // A number of at most `most` digits; a decimal one has no zero in front.
  bool readNumber(uint32_t base, uint32_t most, uint32_t *value) {
    const char *start = at;
    *value = 0;
    for (; at != end && at - start < ptrdiff_t(most); ++at) {
      char lower = char(*at | 0x20);
      uint32_t digit = *at >= '0' && *at <= '9' ? uint32_t(*at - '0')
                       : lower >= 'a' && lower <= 'f'
                           ? uint32_t(lower - 'a' + 10)
                           : 16;
      if (digit >= base)
        break;
      *value = *value * base + digit;
    }
    return at != start && !(base == 10 && *start == '0' && at - start > 1);
  }

  bool readV4(uint8_t *bytes) {
    for (int i = 0; i != 4; ++i) {
      uint32_t value;
      if ((i && !take('.')) || !readNumber(10, 3, &value) || value > 255)
        return false;
      bytes[i] = uint8_t(value);
    }
    return true;
  }

  // Up to eight groups; "::" once, for at least one that is zero.
  bool readV6(uint8_t *bytes) {
    uint16_t groups[8];
    int count = 0, gap = -1;
    if (take(':')) {
      if (!take(':'))
        return false;
      gap = 0;
    }
    while (at != end && *at != ']') {
      uint32_t value;
      if (count == 8 || (count && gap != count && !take(':')))
        return false;
      if (count && gap != count && take(':')) {
        if (gap >= 0)
          return false;
        gap = count;
        continue;
      }
      if (!readNumber(16, 4, &value))
        return false;
      groups[count++] = uint16_t(value);
    }
    if (gap < 0 ? count != 8 : count == 8)
      return false;
    for (int i = 0; i != count; ++i) {
      int group = gap >= 0 && i >= gap ? 8 - count + i : i;
      bytes[2 * group] = uint8_t(groups[i] >> 8);
      bytes[2 * group + 1] = uint8_t(groups[i]);
    }
    return true;
  }

  const char *at, *end;
};

#endif
