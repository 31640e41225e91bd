// A vectored exception handler: every hardware fault becomes a handleFault()
// call, which does not return. It runs on the faulting stack, on which
// SetThreadStackGuarantee keeps room after an overflow.

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

// Whether `address` is on this thread's stack, reserved pages included.
bool isOnStack(uint64_t address) {
  ULONG_PTR low, high;
  GetCurrentThreadStackLimits(&low, &high);
  return address >= low && address < high;
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
    fault.kind = isOnStack(fault.address) ? OsFaultKind::StackOverflow
                                          : OsFaultKind::MemoryAccess;
    break;
  }
  return fault;
}

LONG CALLBACK handleException(EXCEPTION_POINTERS *exception) {
  const EXCEPTION_RECORD &record = *exception->ExceptionRecord;
  // Only errors: the rest are messages to debuggers and the like.
  if (record.ExceptionCode >> 28 != 0xc)
    return EXCEPTION_CONTINUE_SEARCH;
  handleFault(faultOf(record, *exception->ContextRecord));
}

} // namespace

bool os_is_program_text(uint64_t address, uint64_t size) {
  uint64_t offset = address - reinterpret_cast<uint64_t>(&__ImageBase);
  uint64_t imageSize = ntHeaders().OptionalHeader.SizeOfImage;
  return offset < imageSize && size <= imageSize - offset;
}

void os_install_trap_handler() {
  if (!AddVectoredExceptionHandler(1, handleException))
    fatal("cannot install the fault handler");
}
