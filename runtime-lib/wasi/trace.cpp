// WASMC_TRACE=wasi: each call on standard error, with its arguments and errno.

#include "abi/runtime_functions.h"
#include "abi/wasmc_abi.h"
#include "os.h"
#include "policy.h"
#include "runtime.h"
#include "trace_line.h"

uint8_t wasmc_trace_state;

namespace {

// Whether the list `wishes`, with commas between, has "wasi".
bool wishesWasi(const char *wishes) {
  static const char word[] = "wasi";
  for (; wishes && *wishes; ++wishes) {
    unsigned i = 0;
    while (word[i] && wishes[i] == word[i])
      ++i;
    if (!word[i] && (!wishes[i] || wishes[i] == ','))
      return true;
    while (*wishes && *wishes != ',')
      ++wishes;
    if (!*wishes)
      break;
  }
  return false;
}

} // namespace

extern "C" void wasmc_trace(void *text, void *arguments, uint32_t result) {
  if (wasmc_trace_state == WASMC_TRACE_UNKNOWN)
    wasmc_trace_state = wishesWasi(policyVariable("WASMC_TRACE"))
                            ? WASMC_TRACE_ON
                            : WASMC_TRACE_OFF;
  if (wasmc_trace_state == WASMC_TRACE_OFF)
    return;
  char line[1024];
  TextWriter out(line, sizeof(line) - 1);
  TraceLine(out, static_cast<const char *>(text),
            static_cast<const uint64_t *>(arguments), result)
      .write();
  line[out.size()] = '\n';
  os_write_error(line, out.size() + 1);
}
