// Walks the stack by the program's .pdata and .xdata, with the system's own
// interpreter of them.

#include "frame.h"
#include "os.h"
#include <windows.h>

// The program's own PE header; defined by the linker.
extern "C" const IMAGE_DOS_HEADER __ImageBase;

namespace {

// What Windows x64 functions preserve of the general registers, without rbp
// and rsp.
void load(CONTEXT *context, const OsFrame &frame) {
  context->Rip = frame.pc;
  context->Rsp = frame.sp;
  context->Rbp = frame.fp;
  context->Rbx = frame.rbx;
  context->Rsi = frame.rsi;
  context->Rdi = frame.rdi;
  context->R12 = frame.r12;
  context->R13 = frame.r13;
  context->R14 = frame.r14;
  context->R15 = frame.r15;
}

// Where the function with unwind information that precedes `pc` ends; 0 if
// there is none. Leaf functions have no such information.
uint64_t endOfFunctionBelow(uint64_t pc) {
  if (!os_is_program_text(pc, 1))
    return 0;
  auto *base = reinterpret_cast<const uint8_t *>(&__ImageBase);
  auto *headers =
      reinterpret_cast<const IMAGE_NT_HEADERS *>(base + __ImageBase.e_lfanew);
  const IMAGE_DATA_DIRECTORY &directory =
      headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXCEPTION];
  auto *table = reinterpret_cast<const RUNTIME_FUNCTION *>(
      base + directory.VirtualAddress);
  uint64_t offset = pc - reinterpret_cast<uint64_t>(base), end = 0;
  for (uint64_t i = 0; i < directory.Size / sizeof *table; ++i)
    if (table[i].EndAddress <= offset && table[i].EndAddress > end)
      end = table[i].EndAddress;
  return reinterpret_cast<uint64_t>(base) + end;
}

// One for the only thread that walks; a CONTEXT is 1232 bytes, and the stack
// may be almost exhausted.
CONTEXT scratch;

} // namespace

bool isOnCurrentStack(uint64_t address) {
  ULONG_PTR low, high;
  GetCurrentThreadStackLimits(&low, &high);
  return address >= low && address < high;
}

OsFrame frameOf(const CONTEXT &context) {
  OsFrame frame = {};
  frame.pc = context.Rip;
  frame.sp = context.Rsp;
  frame.fp = context.Rbp;
  frame.rbx = context.Rbx;
  frame.rsi = context.Rsi;
  frame.rdi = context.Rdi;
  frame.r11 = context.R11;
  frame.r12 = context.R12;
  frame.r13 = context.R13;
  frame.r14 = context.R14;
  frame.r15 = context.R15;
  return frame;
}

bool os_unwind(OsFrame *frame, OsFunctionStart *start) {
  DWORD64 imageBase = 0;
  RUNTIME_FUNCTION *function = RtlLookupFunctionEntry(
      frame->pc - frame->pcIsReturnAddress, &imageBase, nullptr);
  uint64_t known = function ? imageBase + function->BeginAddress : 0;
  *start = {known, known};
  uint64_t sp = frame->sp;
  if (!isOnCurrentStack(sp))
    return false;
  if (function) {
    load(&scratch, *frame);
    void *handlerData;
    DWORD64 establisher;
    RtlVirtualUnwind(UNW_FLAG_NHANDLER, imageBase, frame->pc, function,
                     &scratch, &handlerData, &establisher, nullptr);
    *frame = frameOf(scratch);
  } else if (!frame->pcIsReturnAddress) {
    // A leaf function: nothing but the return address is on the stack.
    *start = {endOfFunctionBelow(frame->pc), frame->pc};
    frame->pc = *reinterpret_cast<const uint64_t *>(sp);
    frame->sp = sp + sizeof(uint64_t);
  } else {
    return false;
  }
  frame->pcIsReturnAddress = true;
  // The stack grows downwards: a caller is above, so the walk ends.
  return frame->sp > sp && frame->pc != 0;
}
