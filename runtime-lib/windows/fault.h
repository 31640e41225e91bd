// What the system tells about a fault, as the runtime wants it.

#ifndef WASMC_WINDOWS_FAULT_H
#define WASMC_WINDOWS_FAULT_H

#include "frame.h"
#include "os.h"
#include <windows.h>

inline OsFault faultOf(const EXCEPTION_RECORD &record, const CONTEXT &context) {
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

#endif
