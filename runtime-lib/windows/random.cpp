// Random bytes: the system's generator, by the name that every version has.

#include "io.h"

extern "C" BOOLEAN NTAPI SystemFunction036(void *buffer, ULONG size);

WasiErrno os_random(void *data, size_t size) {
  constexpr size_t atOnce = 1u << 20;
  auto *bytes = static_cast<uint8_t *>(data);
  while (size) {
    ULONG part = ULONG(size < atOnce ? size : atOnce);
    if (!SystemFunction036(bytes, part))
      return WASI_EIO;
    bytes += part;
    size -= part;
  }
  return WASI_SUCCESS;
}
