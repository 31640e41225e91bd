// Throws by the program's own unwind tables.

#include "lsda.h"
#include "stack.h"
#include "trap.h"
#include "unwind.h"

// Goes on at the frame's pc, with the frame's registers and the two values that
// a landing pad takes.
extern "C" [[noreturn]] void wasmc_resume(const OsFrame *frame, void *exception,
                                          uint64_t selector);

void os_throw(void *exception, const void *tag) {
  CfiSection section = programCfi();
  uint64_t end = endOfGuardedFrames();
  OsFrame frame;
  os_capture_frame(&frame);
  OsFunctionStart start;
  do {
    const CfiRow *row = unwindRow(frame);
    Landing landing;
    if (row && row->landings &&
        findLanding(
            {section.begin, section.end, row->landings, row->functionStart},
            frame.pc - frame.pcIsReturnAddress, tag, &landing)) {
      frame.pc = landing.pad;
      wasmc_resume(&frame, exception, landing.selector);
    }
  } while (os_unwind(&frame, &start) && frame.sp < end);
}

void os_visit_stack(void (*visit)(const uint64_t *begin, const uint64_t *end)) {
  OsFrame registers = {};
  os_capture_frame(&registers);
  visit(reinterpret_cast<const uint64_t *>(&registers),
        reinterpret_cast<const uint64_t *>(guestStack.high));
}
