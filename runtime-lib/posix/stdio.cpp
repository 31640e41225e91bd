// The three descriptors that a program starts with.

#include "io.h"
#include "wasi/wasi_types.h"
#include <asm/fcntl.h>
#include <asm/ioctls.h>
#include <linux/fcntl.h>

namespace {

// Writing to a closed pipe, or beyond the limit of a file's size, is an error.
void ignoreWriteSignals() {
  constexpr uint64_t sigpipe = 13, sigxfsz = 25;
  struct {
    uint64_t handler, flags, restorer, mask;
  } action = {1 /*SIG_IGN*/, 0, 0, 0};
  sys(__NR_rt_sigaction, sigpipe, sysArg(&action), 0, sizeof(action.mask));
  sys(__NR_rt_sigaction, sigxfsz, sysArg(&action), 0, sizeof(action.mask));
}

} // namespace

WasiErrno os_stdio(uint32_t which, OsStdio *result) {
  static bool prepared;
  if (!prepared) {
    prepared = true;
    ignoreWriteSignals();
    // A standard descriptor that was closed at start is filled with one that
    // can do nothing, or a file of the guest would get its number and, as
    // number 2, the trap report.
    for (uint64_t fd = 0; fd != 3; ++fd)
      if (sys(__NR_fcntl, fd, F_GETFD) < 0)
        sys(__NR_openat, uint64_t(AT_FDCWD), sysArg("/"),
            O_PATH | O_DIRECTORY | O_CLOEXEC);
  }
  constexpr uint64_t pathOnly = O_PATH;
  int64_t flags = sys(__NR_fcntl, which, F_GETFL);
  if (flags < 0 || (uint64_t(flags) & pathOnly))
    return WASI_EBADF;
  struct stat kernel;
  result->handle = which;
  result->type = FiletypeUnknown;
  if (sys(__NR_fstat, which, sysArg(&kernel)) >= 0)
    result->type = filetypeOf(kernel.st_mode);
  result->terminal = os_is_terminal(which);
  return WASI_SUCCESS;
}

bool os_is_terminal(OsHandle handle) {
  uint8_t termios[64];
  return sys(__NR_ioctl, fdArg(handle), TCGETS, sysArg(termios)) >= 0;
}

WasiErrno os_close(OsHandle handle) {
  if (handle == 2) // kept for the trap report
    return WASI_SUCCESS;
  // Never repeated: Linux frees the number even when interrupted.
  int64_t result = sys(__NR_close, fdArg(handle));
  return result == interrupted ? WASI_SUCCESS : toWasiErrno(result);
}
