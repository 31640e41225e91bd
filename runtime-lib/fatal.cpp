// The end of a program that the runtime cannot run.

#include "os.h"
#include "runtime.h"

void fatal(const char *message) {
  char buffer[512];
  TextWriter out(buffer, sizeof buffer);
  out.text("wasmc runtime error: ").text(message).text("\n");
  os_write_error(out.data(), out.size());
  os_exit(runtimeErrorExitCode);
}
