// From a bare process to guest code.

#include "start.h"
#include "abi/wasmc_abi.h"
#include "os.h"

void startRuntime() {
  prepareModule();
  os_install_trap_handler();
}

void wasmc_run() {
  wasmc_main();
  os_exit(0);
}
