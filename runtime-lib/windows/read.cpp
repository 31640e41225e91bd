// Reading at the current position.

#include "io.h"

WasiErrno os_read(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                  size_t *done) {
  if (isPumped(handle))
    return pumpedInput.read(buffers, count, done);
  if (isSocket(handle))
    return socketCalls->read(handle, buffers, count, done);
  if (consoleNumber(handle) >= 0)
    return readConsole(toHandle(handle), buffers, count, done);
  return transfer(false, handle, buffers, count, nullptr, false, done);
}
