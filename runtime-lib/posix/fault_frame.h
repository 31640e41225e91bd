// What a signal handler is told, as the runtime wants it.

#ifndef WASMC_POSIX_FAULT_FRAME_H
#define WASMC_POSIX_FAULT_FRAME_H

#include "os.h"
#include <asm/sigcontext.h>
#include <asm/siginfo.h>
#include <asm/signal.h>
// Needs the others first.
#include <asm/ucontext.h>

inline OsFrame frameOf(const sigcontext &context) {
  OsFrame frame = {};
  frame.pc = context.rip;
  frame.sp = context.rsp;
  frame.fp = context.rbp;
  frame.rbx = context.rbx;
  frame.r11 = context.r11;
  frame.r12 = context.r12;
  frame.r13 = context.r13;
  frame.r14 = context.r14;
  frame.r15 = context.r15;
  return frame;
}

#endif
