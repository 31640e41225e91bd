// sched_yield: lets other threads run.

#include "os.h"
#include "wasi_functions.h"

// Offers the processor to the other threads of the system. Never fails.
extern "C" uint32_t wasmc_wasi_sched_yield() {
  os_yield();
  return WASI_SUCCESS;
}
