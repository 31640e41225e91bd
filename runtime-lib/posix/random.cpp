// Random bytes from the kernel.

#include "io.h"

WasiErrno os_random(void *data, size_t size) {
  auto *bytes = static_cast<uint8_t *>(data);
  while (size) {
    int64_t result = sys(__NR_getrandom, sysArg(bytes), size, 0);
    if (result == interrupted)
      continue;
    if (result < 0)
      return toWasiErrno(result);
    bytes += result;
    size -= size_t(result);
  }
  return WASI_SUCCESS;
}
