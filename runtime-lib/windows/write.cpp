// Writing at the current position or the end.

#include "io.h"

WasiErrno os_write(OsHandle handle, const OsBuffer *buffers, uint32_t count,
                   bool append, size_t *done) {
  if (isSocket(handle))
    return socketCalls->write(handle, buffers, count, done);
  int console = consoleNumber(handle);
  if (console >= 0)
    return writeConsole(console, toHandle(handle), buffers, count, done);
  uint64_t end = ~uint64_t(0); // FILE_WRITE_TO_END_OF_FILE
  return transfer(true, handle, buffers, count, append ? &end : nullptr, true,
                  done);
}
