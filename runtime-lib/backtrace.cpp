// Walks the stack with the unwinder and names what the compiler named. Frames
// without a name belong to the runtime and are left out.

#include "backtrace.h"
#include "abi/wasmc_abi.h"

namespace {

constexpr uint64_t innermostShown = 50;
constexpr uint64_t outermostShown = 10;
// Remembered for the outermost lines; a power of two, with room for the
// runtime's own outermost frames.
constexpr uint64_t ringSize = 32;
// Names are cut to this many bytes.
constexpr size_t longestName = 600;

struct FunctionName {
  const char *module, *name;
};

// The name of the last function that begins in that range, or null.
FunctionName functionName(OsFunctionStart start) {
  FunctionName name = {};
  for (uint64_t i = 0; i < wasmc_module.numFuncNames; ++i) {
    const WasmcFuncNames &block = *wasmc_module.funcNames[i];
    auto *base = reinterpret_cast<const char *>(block.entries);
    for (uint64_t j = 0; j < block.count; ++j) {
      uint64_t code = reinterpret_cast<uint64_t>(base) + block.entries[j].code;
      if (code < start.first || code > start.last)
        continue;
      start.first = code;
      name = {block.module, base + block.entries[j].name};
    }
  }
  return name;
}

// Functions that were inlined, innermost first, relative to the address of
// their table; then 0.
struct InlinedList {
  uint64_t table;
  const int32_t *next;
};

// Those whose code stands at `pc`.
InlinedList inlinedAt(uint64_t pc) {
  static const int32_t none = 0;
  for (uint64_t i = 0; i < wasmc_module.numFuncNames; ++i) {
    const WasmcInlined *table = wasmc_module.funcNames[i]->inlined;
    if (!table)
      continue;
    auto *ranges = reinterpret_cast<const WasmcInlinedRange *>(table + 1);
    uint64_t address = reinterpret_cast<uint64_t>(table);
    uint64_t offset = pc - address - int64_t(table->first);
    if (offset >= table->size)
      continue;
    // A table is of one partition: thousands of ranges, not millions.
    const WasmcInlinedRange *at = ranges;
    while (at[1].start <= offset)
      ++at;
    return {address, reinterpret_cast<const int32_t *>(address + at->list)};
  }
  return {0, &none};
}

// Collects frames from the innermost one outwards.
class Backtrace {
public:
  explicit Backtrace(TextWriter &out) : out(out) {}

  // A frame, and what was inlined into its function where `pc` is.
  void add(OsFunctionStart start, uint64_t pc) {
    InlinedList inlined = inlinedAt(pc);
    int32_t code;
    do {
      OsFunctionStart at = start;
      if ((code = *inlined.next++))
        at.first = at.last = inlined.table + int64_t(code);
      if (shown == innermostShown)
        // Names are looked up later: there may be millions of these.
        ring[later++ % ringSize] = at;
      else if (FunctionName function = functionName(at); function.name)
        line(function);
    } while (code);
  }

  // The outermost frames. All frames between two guest frames are the guest's.
  void finish() {
    const uint64_t first = later < ringSize ? 0 : later - ringSize;
    uint64_t named = 0;
    for (uint64_t i = first; i < later; ++i)
      named += functionName(ring[i % ringSize]).name != nullptr;
    uint64_t skipped = named > outermostShown ? named - outermostShown : 0;
    shown = innermostShown + first + skipped;
    if (first + skipped)
      out.text("    ... ").decimal(first + skipped).text(" more frames\n");
    for (uint64_t i = first; i < later; ++i)
      if (FunctionName function = functionName(ring[i % ringSize]);
          function.name && (!skipped || !skipped--))
        line(function);
  }

private:
  void line(FunctionName function) {
    if (shown == 0)
      out.text("wasm backtrace:\n");
    out.decimalPadded(shown++, 5).text(": ");
    out.name(function.module, longestName / 4).text("!");
    out.name(function.name, longestName).text("\n");
  }

  TextWriter &out;
  uint64_t shown = 0; // lines written, and what is counted only
  uint64_t later = 0; // frames beyond the innermost
  OsFunctionStart ring[ringSize];
};

} // namespace

void writeBacktrace(TextWriter &out, OsFrame frame) {
  Backtrace trace(out);
  bool more;
  do {
    OsFunctionStart start;
    uint64_t pc = frame.pc - frame.pcIsReturnAddress;
    more = os_unwind(&frame, &start);
    if (start.last)
      trace.add(start, pc);
  } while (more);
  trace.finish();
}
