// Which recovery point a trap goes to. Without any guarded call in a program,
// nothing of this is linked into it: trap.cpp knows only a pointer.

#include "recovery.h"
#include "os.h"
#include "trap.h"

static constinit thread_local RecoveryPoint *innermost = nullptr;

static RecoveryPoint *innermostPoint() { return innermost; }

uint32_t wasmc_guarded_call(void (*function)(void *), void *argument,
                            WasmcInstance *instance) {
  findRecoveryPoint = innermostPoint;
  RecoveryPoint point = {innermost, 0, os_resume, false, instance};
  innermost = &point;
  uint32_t trap = os_call_resumable(&point.sp, function, argument);
  if (trap == TrapCallStackExhausted)
    os_restore_stack_guard();
  innermost = point.outer;
  return trap;
}
