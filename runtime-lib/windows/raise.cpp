// Windows has no signals: what they do by default is done here.

#include "os.h"
#include "wasi/wasi_types.h"

WasiErrno os_raise(uint32_t signal) {
  if (signal == SignalChld || signal == SignalCont || signal == SignalUrg ||
      signal == SignalWinch)
    return WASI_SUCCESS; // ignored
  if (signal >= SignalStop && signal <= SignalTtou)
    return WASI_ENOTSUP; // would stop the process
  // As a shell on Linux tells it, whose numbers have one more.
  os_exit(128 + (signal < SignalChld ? signal : signal + 1));
}
