// A vectored exception handler: every hardware fault becomes a handleFault()
// call, which does not return, or goes to a recovery point. It runs on the
// faulting stack, on which SetThreadStackGuarantee keeps room after an
// overflow.

#include "fault.h"
#include "runtime.h"
#include "trap.h"
#include <windows.h>

namespace {

// Also the last resort: what nobody handled is an internal error.
LONG CALLBACK handleException(EXCEPTION_POINTERS *exception) {
  CONTEXT &context = *exception->ContextRecord;
  uint32_t trap;
  const RecoveryPoint *point =
      handleFault(faultOf(*exception->ExceptionRecord, context), &trap);
  // The system goes on with resume(sp, trap).
  context.Rip = reinterpret_cast<uint64_t>(point->resume);
  context.Rcx = point->sp;
  context.Rdx = trap;
  return EXCEPTION_CONTINUE_EXECUTION;
}

LONG CALLBACK handleFirst(EXCEPTION_POINTERS *exception) {
  const EXCEPTION_RECORD &record = *exception->ExceptionRecord;
  bool isError = record.ExceptionCode >> 30 == 3;
  bool isOurs = os_is_program_text(exception->ContextRecord->Rip, 1) ||
                record.ExceptionCode == EXCEPTION_STACK_OVERFLOW;
  // System libraries raise exceptions for their own handlers, and messages for
  // debuggers.
  if (!isError || !isOurs)
    return EXCEPTION_CONTINUE_SEARCH;
  return handleException(exception);
}

} // namespace

void os_install_trap_handler() {
  if (!AddVectoredExceptionHandler(1, handleFirst))
    fatal("cannot install the fault handler");
  SetUnhandledExceptionFilter(handleException);
}
