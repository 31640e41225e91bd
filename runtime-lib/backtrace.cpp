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
  const char *module = nullptr;
  const char *name = nullptr;
};

// The name of the last function that begins in that range, or null.
FunctionName functionName(OsFunctionStart start) {
  FunctionName name;
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

// Collects frames from the innermost one outwards.
class Backtrace {
public:
  explicit Backtrace(TextWriter &out) : out(out) {}

  void add(OsFunctionStart start) {
    if (shown == innermostShown) {
      // Names are looked up later: there may be millions of these.
      ring[later++ % ringSize] = start;
      return;
    }
    if (FunctionName function = functionName(start); function.name)
      line(shown, function);
  }

  // The outermost frames. All frames between two guest frames are the guest's.
  void finish() {
    uint64_t kept = later < ringSize ? later : ringSize;
    FunctionName names[ringSize];
    uint64_t named = 0;
    for (uint64_t i = later - kept; i < later; ++i)
      if (FunctionName function = functionName(ring[i % ringSize]);
          function.name)
        names[named++] = function;
    uint64_t guest = later - (kept - named);
    uint64_t last = named < outermostShown ? named : outermostShown;
    if (guest > last)
      out.text("    ... ").decimal(guest - last).text(" more frames\n");
    for (uint64_t i = 0; i < last; ++i)
      line(innermostShown + guest - last + i, names[named - last + i]);
  }

private:
  void line(uint64_t number, const FunctionName &function) {
    if (shown++ == 0)
      out.text("wasm backtrace:\n");
    out.decimalPadded(number, 5).text(": ");
    out.name(function.module, longestName / 4).text("!");
    out.name(function.name, longestName).text("\n");
  }

  TextWriter &out;
  uint64_t shown = 0; // lines written
  uint64_t later = 0; // frames beyond the innermost
  OsFunctionStart ring[ringSize];
};

} // namespace

void writeBacktrace(TextWriter &out, OsFrame frame) {
  Backtrace trace(out);
  bool more = true;
  while (more) {
    OsFunctionStart start = {};
    more = os_unwind(&frame, &start);
    if (start.last)
      trace.add(start);
  }
  trace.finish();
}
