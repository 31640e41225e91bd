// Signals to the own process.

#include "errors.h"
#include "os.h"
#include "syscall.h"
#include "wasi/wasi_types.h"

WasiErrno os_raise(uint32_t signal) {
  // The same order, but Linux has a number 16 more (SIGSTKFLT).
  uint64_t number = signal < SignalChld ? signal : signal + 1;
  // SIGPIPE and SIGXFSZ are ignored and faults are traps; here the default is
  // meant.
  struct {
    uint64_t handler, flags, restorer, mask;
  } action = {};
  sys(__NR_rt_sigaction, number, sysArg(&action), 0, sizeof(action.mask));
  uint64_t mask = uint64_t(1) << (number - 1);
  constexpr uint64_t unblock = 1; // SIG_UNBLOCK
  sys(__NR_rt_sigprocmask, unblock, sysArg(&mask), 0, sizeof(mask));
  return toWasiErrno(sys(__NR_tgkill, uint64_t(sys(__NR_getpid)),
                         uint64_t(sys(__NR_gettid)), number));
}
