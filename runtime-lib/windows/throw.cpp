// Throws by the program's .pdata and .xdata, which the system reads for us.

#include "throw.h"
#include "frame.h"
#include "lsda.h"
#include "os.h"
#include "trap.h"

// The program's own PE header; defined by the linker.
extern "C" const IMAGE_DOS_HEADER __ImageBase;

// Goes on at the context's Rip, with the context's preserved registers and the
// two values that a landing pad takes.
extern "C" [[noreturn]] void wasmc_resume(const CONTEXT *context,
                                          void *exception, uint64_t selector);

namespace {

struct Function {
  uint64_t start;
  const void *handler;
  const uint8_t *handlerData;
};

// Moves the context to its caller. False at the end of the program's frames.
bool unwind(CONTEXT *context, Function *function) {
  DWORD64 image = 0, establisher;
  uint64_t pc = context->Rip - 1;
  RUNTIME_FUNCTION *entry = os_is_program_text(pc, 1)
                                ? RtlLookupFunctionEntry(pc, &image, nullptr)
                                : nullptr;
  uint64_t sp = context->Rsp;
  if (!entry || !isOnCurrentStack(sp))
    return false;
  void *data = nullptr;
  PEXCEPTION_ROUTINE handler =
      RtlVirtualUnwind(UNW_FLAG_EHANDLER, image, context->Rip, entry, context,
                       &data, &establisher, nullptr);
  *function = {image + entry->BeginAddress,
               reinterpret_cast<const void *>(handler),
               static_cast<const uint8_t *>(data)};
  // The stack grows downwards: a caller is above, so the walk ends.
  return context->Rsp > sp;
}

} // namespace

void os_throw(void *exception, const void *tag) {
  auto *image = reinterpret_cast<const uint8_t *>(&__ImageBase);
  auto *headers =
      reinterpret_cast<const IMAGE_NT_HEADERS *>(image + __ImageBase.e_lfanew);
  const uint8_t *imageEnd = image + headers->OptionalHeader.SizeOfImage;
  CONTEXT context, caller;
  RtlCaptureContext(&caller);
  Function function;
  uint64_t end = endOfGuardedFrames();
  while (context = caller, context.Rsp < end && unwind(&caller, &function)) {
    Landing landing;
    if (function.handler == reinterpret_cast<const void *>(wasmc_personality) &&
        findLanding({image, imageEnd, function.handlerData, function.start},
                    context.Rip - 1, tag, &landing)) {
      context.Rip = landing.pad;
      wasmc_resume(&context, exception, landing.selector);
    }
  }
}

void os_visit_stack(void (*visit)(const uint64_t *begin, const uint64_t *end)) {
  CONTEXT registers;
  RtlCaptureContext(&registers);
  ULONG_PTR low, high;
  GetCurrentThreadStackLimits(&low, &high);
  visit(reinterpret_cast<const uint64_t *>(&registers),
        reinterpret_cast<const uint64_t *>(high));
}
