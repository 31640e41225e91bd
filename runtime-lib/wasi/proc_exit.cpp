// proc_exit: the end of the program.

#include "os.h"
#include "runtime.h"
#include "wasi_functions.h"

// Ends the program, or a library's call, with `code`, of which Linux keeps the
// low 8 bits and Windows all 32.
extern "C" void wasmc_wasi_proc_exit(uint32_t code) {
  if (hostHooks)
    hostHooks->exit(code);
  if (code)
    explainFailure();
  os_exit(code);
}
