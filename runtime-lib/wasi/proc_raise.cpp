// proc_raise: a signal to the own process.

#include "os.h"
#include "wasi_functions.h"

// Does what `signal` does by default: most end the process, some stop it
// (Linux) or do nothing. Guests have no handlers that the system would call.
//
// EINVAL: 0 (no signal) or an unknown one. ENOTSUP: to stop the process, on
// Windows.
extern "C" uint32_t wasmc_wasi_proc_raise(uint32_t signal) {
  if (signal == 0 || signal > SignalLast)
    return WASI_EINVAL;
  return os_raise(signal);
}
