// Trap reports: what happened, then where, in one write from a static buffer.

#include "trap.h"
#include "abi/wasmc_abi.h"
#include "backtrace.h"
#include "linear_memory.h"
#include "runtime.h"

namespace {

// Room for every frame a backtrace shows with a name of the longest length.
char buffer[48 * 1024];
constinit TextWriter report(buffer, sizeof buffer);
int reporting;
uint64_t reporter; // the thread that reports; 0: none

// The first thread to report ends the process; others wait for that.
void becomeReporter() {
  uint64_t self = os_thread_id(), none = 0;
  if (__atomic_compare_exchange_n(&reporter, &none, self, false,
                                  __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
    return;
  const uint32_t never = 0;
  while (none != self)
    os_wait(&never, never, ~uint64_t(0));
}

// A fault while a report is made ends the process with what there is; a fault
// even then ends it at once.
void enterReport() {
  becomeReporter();
  if (++reporting == 1)
    return;
  if (reporting == 2) {
    report.text("\n");
    os_write_error(report.data(), report.size());
    fatal("fault while reporting a fault");
  }
  os_exit(runtimeErrorExitCode);
}

[[noreturn]] void finishReport(const OsFrame &frame, uint32_t exitCode) {
  report.text("\n");
  writeBacktrace(report, frame);
  os_write_error(report.data(), report.size());
  if (exitCode == trapExitCode)
    explainFailure();
  os_exit(exitCode);
}

// The code in `ud1l N(%eax), %eax` at `pc`, or 0: 67 0f b9 40 NN.
uint32_t trapCodeAt(uint64_t pc) {
  constexpr uint8_t instruction[] = {0x67, 0x0f, 0xb9, 0x40};
  if (!os_is_program_text(pc, sizeof instruction + 1))
    return 0;
  auto *bytes = reinterpret_cast<const uint8_t *>(pc);
  if (memcmp(bytes, instruction, sizeof instruction))
    return 0;
  return bytes[sizeof instruction];
}

} // namespace

const char *trapText(uint32_t code) {
  switch (code) {
#define TRAP(name, number, text)                                               \
  case number:                                                                 \
    return text;
#include "abi/Traps.def"
  }
  return nullptr;
}

uint32_t trapOfFault(const OsFault &fault) {
  // The stack may end in a system library that the runtime calls.
  if (fault.kind == OsFaultKind::StackOverflow)
    return TrapCallStackExhausted;
  if (!os_is_program_text(fault.frame.pc, 1))
    return 0;
  if (fault.kind == OsFaultKind::IllegalInstruction)
    return trapCodeAt(fault.frame.pc);
  bool isGuestAccess = fault.kind == OsFaultKind::MemoryAccess &&
                       memoryBelow(fault.address) != nullptr;
  return isGuestAccess ? TrapOutOfBoundsMemoryAccess : 0;
}

RecoveryPoint *(*findRecoveryPoint)();

__attribute__((weak)) void explainFailure() {}

void wasmc_trap(uint32_t code) {
  if (findRecoveryPoint)
    if (const RecoveryPoint *point = findRecoveryPoint())
      point->resume(point->sp, code);
  OsFrame frame;
  os_capture_frame(&frame);
  enterReport();
  const char *text = trapText(code);
  report.text("wasm trap: ").text(text ? text : "unknown trap");
  finishReport(frame, trapExitCode);
}

const RecoveryPoint *handleFault(const OsFault &fault, uint32_t *trap) {
  *trap = trapOfFault(fault);
  if (*trap && findRecoveryPoint)
    if (const RecoveryPoint *point = findRecoveryPoint())
      return point;
  enterReport();
  const char *text = trapText(*trap);
  if (!text) {
    report.text("wasmc runtime error: internal fault at address ")
        .hex(fault.address)
        .text(" (pc ")
        .hex(fault.frame.pc)
        .text(")");
    finishReport(fault.frame, runtimeErrorExitCode);
  }
  report.text("wasm trap: ").text(text);
  if (fault.kind == OsFaultKind::MemoryAccess) {
    const WasmcMemory *memory = memoryBelow(fault.address);
    uint64_t address = fault.address - reinterpret_cast<uint64_t>(memory->base);
    // Below the base is where a 32-bit address wrapped (WidenAddresses.h).
    if (int64_t(address) < 0)
      address = uint32_t(address);
    report.text(" (address ")
        .hex(address)
        .text(", memory size ")
        .hex(memory->bytes)
        .text(")");
  }
  finishReport(fault.frame, trapExitCode);
}
