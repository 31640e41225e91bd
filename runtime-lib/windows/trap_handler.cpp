// A vectored exception handler: every hardware fault becomes a handleFault()
// call, which does not return, or goes to a recovery point. It runs on the
// faulting stack, on which SetThreadStackGuarantee keeps room after an
// overflow.

#include "frame.h"
#include "os.h"
#include "runtime.h"
#include "trap.h"
#include <windows.h>

// The program's own PE header; defined by the linker.
extern "C" const IMAGE_DOS_HEADER __ImageBase;

namespace {

const IMAGE_NT_HEADERS &ntHeaders() {
  auto *base = reinterpret_cast<const uint8_t *>(&__ImageBase);
  return *reinterpret_cast<const IMAGE_NT_HEADERS *>(base +
                                                     __ImageBase.e_lfanew);
}

OsFault faultOf(const EXCEPTION_RECORD &record, const CONTEXT &context) {
  OsFault fault = {OsFaultKind::Other, 0, frameOf(context)};
  switch (record.ExceptionCode) {
  case EXCEPTION_ILLEGAL_INSTRUCTION:
    fault.kind = OsFaultKind::IllegalInstruction;
    break;
  case EXCEPTION_STACK_OVERFLOW:
    fault.kind = OsFaultKind::StackOverflow;
    break;
  case EXCEPTION_ACCESS_VIOLATION:
    fault.address = record.ExceptionInformation[1];
    fault.kind = isOnCurrentStack(fault.address) ? OsFaultKind::StackOverflow
                                                 : OsFaultKind::MemoryAccess;
    break;
  }
  return fault;
}

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

bool os_is_program_text(uint64_t address, uint64_t size) {
  uint64_t offset = address - reinterpret_cast<uint64_t>(&__ImageBase);
  uint64_t imageSize = ntHeaders().OptionalHeader.SizeOfImage;
  return offset < imageSize && size <= imageSize - offset;
}

void os_install_trap_handler() {
  if (!AddVectoredExceptionHandler(1, handleFirst))
    fatal("cannot install the fault handler");
  SetUnhandledExceptionFilter(handleException);
}
