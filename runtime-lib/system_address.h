// The form in which systems take the address of a socket: sockaddr_in and
// sockaddr_in6, which differ between them only in the numbers of the families.

#ifndef WASMC_SYSTEM_ADDRESS_H
#define WASMC_SYSTEM_ADDRESS_H

#include "abi/socket_address.h"

struct SystemAddress {
  SystemAddress(const SocketAddress &from, uint16_t familyV4, uint16_t familyV6)
      : family(from.isV6 ? familyV6 : familyV4),
        port(__builtin_bswap16(from.port)) {
    // An IPv6 address has its flow before it and its scope behind, both 0.
    uint8_t *to = rest + (from.isV6 ? 4 : 0);
    for (unsigned i = 0; i != (from.isV6 ? 16u : 4u); ++i)
      to[i] = from.bytes[i];
    size = from.isV6 ? 28 : 16;
  }

  uint16_t family, port; // the port in network order
  uint8_t rest[24] = {};
  uint32_t size; // in bytes, of what is before this
};

#endif
