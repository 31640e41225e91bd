// A library among the exception handlers of a process that is not its own. What
// it does is as in trap_handler.cpp, but only to faults of guarded calls.

#include "fault.h"
#include "lock.h"
#include "runtime.h"
#include "trap.h"

namespace {

Lock handlers;  // guards what follows
uint64_t users; // instances
void *handler;
thread_local bool isPrepared;

LONG CALLBACK handleFault(EXCEPTION_POINTERS *exception) {
  const EXCEPTION_RECORD &record = *exception->ExceptionRecord;
  RecoveryPoint *point = findRecoveryPoint ? findRecoveryPoint() : nullptr;
  bool isError = record.ExceptionCode >> 30 == 3;
  if (!isError || !point || point->isInHost)
    return EXCEPTION_CONTINUE_SEARCH;
  CONTEXT &context = *exception->ContextRecord;
  uint32_t trap = trapOfFault(faultOf(record, context));
  if (!trap)
    return EXCEPTION_CONTINUE_SEARCH;
  // The system goes on with resume(sp, trap).
  context.Rip = reinterpret_cast<uint64_t>(point->resume);
  context.Rcx = point->sp;
  context.Rdx = trap;
  return EXCEPTION_CONTINUE_EXECUTION;
}

} // namespace

static bool enter() {
  Locked locked(handlers);
  ++users;
  if (!handler)
    handler = AddVectoredExceptionHandler(1, handleFault);
  return handler != nullptr;
}

void os_enter_host() {
  // A failure leaves by a jump, which must not hold the lock.
  if (!enter())
    fatal("cannot install the fault handler");
}

void os_leave_host() {
  Locked locked(handlers);
  if (--users)
    return;
  if (handler)
    RemoveVectoredExceptionHandler(handler);
  handler = nullptr;
}

void os_prepare_host_thread(const void *) {
  if (!isPrepared)
    keepStackForHandler();
  isPrepared = true;
}
