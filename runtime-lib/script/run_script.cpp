// Runs the commands of a test script and reports what each call did. Judging
// that is left to the test runner, which reads the reports.

#include "abi/runtime_functions.h"
#include "abi/script.h"
#include "block.h"
#include "os.h"
#include "recovery.h"
#include "runtime.h"

namespace {

struct Call {
  WasmcSlotFunction function;
  WasmcScriptRecord record;
  WasmcSlot slots[WASMC_SCRIPT_MOST_SLOTS];
};

void makeCall(void *argument) {
  auto *call = static_cast<Call *>(argument);
  call->function(call->slots);
}

// Runs a range of a script's commands, in order.
class Runner {
public:
  Runner(const WasmcScript *script, const uint8_t *commands, uint64_t size)
      : script(script), position(commands), end(commands + size) {}

  void run() {
    while (position != end)
      runCommand();
  }

private:
  void runCommand() {
    switch (*position++) {
    case WASMC_SCRIPT_CALL:
      return runCall();
    case WASMC_SCRIPT_THREAD:
      return startThread();
    case WASMC_SCRIPT_WAIT:
      return os_join_thread(
          static_cast<OsThread *>(script->threads[readNumber()]));
    default:
      fatal("the script has an unknown command");
    }
  }

  uint32_t readNumber() {
    auto value = loadBits<uint32_t>(position);
    position += sizeof value;
    return value;
  }

  void runCall() {
    Call call;
    call.record = {readNumber(), 0, 0, 0};
    call.function = script->functions[readNumber()];
    uint32_t arguments = readNumber(), results = readNumber();
    if (arguments > WASMC_SCRIPT_MOST_SLOTS ||
        results > WASMC_SCRIPT_MOST_SLOTS)
      fatal("the script passes too many values");
    memcpy(call.slots, position, arguments * sizeof(WasmcSlot));
    position += arguments * sizeof(WasmcSlot);
    call.record.trap = wasmc_guarded_call(makeCall, &call);
    call.record.numResults = call.record.trap ? 0 : results;
    report(call);
  }

  // One write, so that threads do not mix theirs.
  static void report(Call &call) {
    OsStdio output;
    size_t size =
        sizeof call.record + call.record.numResults * sizeof(WasmcSlot);
    OsBuffer buffer = {&call.record, size};
    size_t done = 0;
    if (os_stdio(1, &output) ||
        os_write(output.handle, &buffer, 1, /*append=*/false, &done) ||
        done != size)
      fatal("cannot report what a script did");
  }

  void startThread() {
    uint32_t number = readNumber(), size = readNumber();
    auto *runner = static_cast<Runner *>(os_allocate(sizeof(Runner)));
    if (!runner)
      fatal("not enough memory to start a thread");
    *runner = {script, position, size};
    position += size;
    OsThread *thread = os_start_thread(runThread, runner, /*isJoined=*/true);
    if (!thread)
      fatal("cannot start a thread");
    script->threads[number] = thread;
  }

  static void runThread(void *argument) {
    auto *runner = static_cast<Runner *>(argument);
    runner->run();
    os_free(runner, sizeof(Runner));
  }

  const WasmcScript *script;
  const uint8_t *position, *end;
};

} // namespace

extern "C" void wasmc_run_script(void *address) {
  auto *script = static_cast<const WasmcScript *>(address);
  Runner(script, script->commands, script->size).run();
}
