// Calls from a host; see the header.

#include "library.h"
#include "abi/wasmc_abi.h"
#include "linear_memory.h"
#include "os.h"
#include "recovery.h"
#include "runtime.h"
#include "start.h"
#include "trap.h"

namespace {

enum State : uint32_t { None, Starting, Live, Failed };
uint32_t state;

char failure[512]; // what fatal() said
const char *lastError = "";
uint32_t exitCode;

using FailureHandler = void (*)(void *context, uint32_t status,
                                const char *text);
FailureHandler failureHandler;
void *failureContext;

const char *textOf(uint32_t status) {
  if (status == StatusRuntimeError && failure[0])
    return failure;
  switch (status) {
#define STATUS(Name, NAME, number, text)                                       \
  case number:                                                                 \
    return text;
#include "abi/Statuses.def"
  }
  return trapText(status);
}

// Tells the host of a call that failed. The handler need not return.
uint32_t report(uint32_t status) {
  if (!status)
    return 0;
  lastError = textOf(status);
  if (failureHandler)
    failureHandler(failureContext, status, lastError);
  return status;
}

void endCall(uint32_t status) {
  if (const RecoveryPoint *point =
          findRecoveryPoint ? findRecoveryPoint() : nullptr)
    point->resume(point->sp, status);
}

void failCall(const char *message) {
  TextWriter text(failure, sizeof failure - 1);
  text.text(message);
  failure[text.size()] = 0;
  state = Failed;
  endCall(StatusRuntimeError);
}

void exitCall(uint32_t code) {
  exitCode = code;
  endCall(StatusExit);
}

constexpr HostHooks hooks = {failCall, exitCall};

// The host may have other rounding, and flush small numbers.
class GuestFloats {
public:
  GuestFloats() {
    asm volatile("stmxcsr %0" : "=m"(ofHost));
    isOther = (ofHost & ~flags) != ofGuest;
    if (isOther)
      set(ofGuest);
  }
  ~GuestFloats() {
    if (isOther)
      set(ofHost);
  }

private:
  static constexpr uint32_t ofGuest = 0x1f80, flags = 0x3f;
  static void set(uint32_t value) { asm volatile("ldmxcsr %0" : : "m"(value)); }
  uint32_t ofHost;
  bool isOther;
};

uint32_t callGuest(void (*function)(void *), void *argument) {
  GuestFloats floats;
  os_prepare_host_thread(__builtin_frame_address(0));
  return wasmc_guarded_call(function, argument);
}

void start(void *) {
  os_enter_host();
  prepareModule();
  wasmc_main();
}

void end() {
  if (closeDescriptors)
    closeDescriptors();
  freeLinearMemories();
  os_leave_host();
  __atomic_store_n(&state, None, __ATOMIC_RELEASE);
}

bool isInCall() { return findRecoveryPoint && findRecoveryPoint(); }

} // namespace

extern "C" uint32_t wasmc_library_instantiate(void *result, void *user) {
  auto **instance = static_cast<WasmcInstance **>(result);
  *instance = nullptr;
  uint32_t none = None;
  if (!__atomic_compare_exchange_n(&state, &none, Starting, false,
                                   __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
    return report(StatusAlreadyInstantiated);
  hostHooks = &hooks;
  failure[0] = 0;
  wasmc_instance.user = user;
  if (uint32_t status = callGuest(start, nullptr)) {
    end();
    return report(status);
  }
  __atomic_store_n(&state, Live, __ATOMIC_RELEASE);
  *instance = &wasmc_instance;
  return 0;
}

extern "C" void wasmc_library_free(void *instance) {
  // A function of the host that the instance calls cannot free it.
  if (instance == &wasmc_instance && state != None && !isInCall())
    end();
}

extern "C" uint32_t wasmc_library_call(void *instance, void *function,
                                       void *slots) {
  bool isStarting = state == Starting && isInCall();
  if (instance == &wasmc_instance && (state == Live || isStarting))
    return report(
        callGuest(reinterpret_cast<void (*)(void *)>(function), slots));
  bool hasFailed = instance == &wasmc_instance && state == Failed;
  return report(hasFailed ? StatusRuntimeError : StatusNotInstantiated);
}

extern "C" void *wasmc_library_error() { return const_cast<char *>(lastError); }

extern "C" uint32_t wasmc_library_exit_code() { return exitCode; }

extern "C" void wasmc_library_on_failure(void *handler, void *context) {
  failureHandler = reinterpret_cast<FailureHandler>(handler);
  failureContext = context;
}
