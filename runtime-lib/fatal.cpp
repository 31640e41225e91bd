// The end of a program that the runtime cannot run, or of a library's call.

#include "os.h"
#include "runtime.h"

const HostHooks *hostHooks;

void fatal(const char *message) {
  if (hostHooks)
    hostHooks->fail(message);
  char buffer[512];
  TextWriter out(buffer, sizeof buffer);
  out.text("wasmc runtime error: ").text(message).text("\n");
  os_write_error(out.data(), out.size());
  os_exit(runtimeErrorExitCode);
}
