// Calls from a host; see the header.

#include "library.h"
#include "abi/wasmc_abi.h"
#include "guest_floats.h"
#include "instance.h"
#include "linear_memory.h"
#include "os.h"
#include "recovery.h"
#include "runtime.h"
#include "start.h"
#include "trap.h"

namespace {

enum State : uint64_t { None, Starting, Live, Failed };

// Of the thread's last call that failed.
constinit thread_local const char *lastError = "";
constinit thread_local uint32_t exitCode = 0;
constinit thread_local const char *failure = nullptr; // what fatal() said

// The last texts of all threads: a shared library that is loaded late must do
// with little thread-local storage.
constexpr uint32_t textCount = 16;
char texts[textCount][400];
uint32_t lastText;

using FailureHandler = void (*)(void *context, uint32_t status,
                                const char *text);
FailureHandler failureHandler;
void *failureContext;

const char *textOf(uint32_t status) {
  if (status == StatusRuntimeError && failure)
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

bool hasMany() { return !wasmc_module.instance; }

const RecoveryPoint *innermostCall() {
  return findRecoveryPoint ? findRecoveryPoint() : nullptr;
}

WasmcInstance *instanceOfCall() {
  const RecoveryPoint *point = innermostCall();
  return point ? point->instance : nullptr;
}

// Whether a call of the instance is under way in this thread.
bool isInCallOf(const WasmcInstance *instance) {
  for (auto *point = innermostCall(); point; point = point->outer)
    if (point->instance == instance)
      return true;
  return false;
}

// A host may confuse two modules' instances, but many of one are like objects
// from malloc: once freed, nothing knows them any more.
bool isAnInstance(const WasmcInstance *instance) {
  if (!hasMany())
    return instance == wasmc_module.instance;
  return instance && instance->module == &wasmc_module;
}

void endCall(uint32_t status) {
  if (const RecoveryPoint *point = innermostCall())
    point->resume(point->sp, status);
}

void failCall(const char *message) {
  uint32_t number = __atomic_fetch_add(&lastText, 1, __ATOMIC_RELAXED);
  char *place = texts[number % textCount];
  TextWriter text(place, sizeof texts[0] - 1);
  text.text(message);
  place[text.size()] = 0;
  failure = place;
  if (WasmcInstance *instance = instanceOfCall())
    instance->state = Failed;
  endCall(StatusRuntimeError);
}

void exitCall(uint32_t code) {
  exitCode = code;
  endCall(StatusExit);
}

constexpr HostHooks hooks = {failCall, exitCall};

uint32_t callGuest(WasmcInstance *instance, void (*function)(void *),
                   void *argument) {
  GuestFloats floats;
  os_prepare_host_thread(__builtin_frame_address(0));
  return wasmc_guarded_call(function, argument, instance);
}

void start(void *) {
  os_enter_host();
  prepareModule();
  wasmc_main();
}

void release(void *) {
  if (wasmc_module.closeDescriptors)
    wasmc_module.closeDescriptors();
  if (wasmc_module.release)
    wasmc_module.release();
  freeLinearMemories();
}

void end(WasmcInstance *instance) {
  wasmc_guarded_call(release, nullptr, instance);
  os_leave_host();
  if (hasMany())
    os_free(instance, wasmc_module.instanceBytes);
  else
    __atomic_store_n(&instance->state, None, __ATOMIC_RELEASE);
}

// Null if the one there can be is taken, or there is no memory.
WasmcInstance *newInstance() {
  if (hasMany()) {
    __atomic_store_n(&findInstance, instanceOfCall, __ATOMIC_RELAXED);
    void *memory = os_allocate(wasmc_module.instanceBytes);
    auto *instance = static_cast<WasmcInstance *>(memory);
    if (instance) {
      instance->module = &wasmc_module;
      instance->state = Starting;
    }
    return instance;
  }
  uint64_t none = None;
  WasmcInstance *instance = wasmc_module.instance;
  bool isFree =
      __atomic_compare_exchange_n(&instance->state, &none, Starting, false,
                                  __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
  return isFree ? instance : nullptr;
}

} // namespace

extern "C" uint32_t wasmc_library_instantiate(void *result, void *user) {
  auto **place = static_cast<WasmcInstance **>(result);
  *place = nullptr;
  failure = nullptr;
  WasmcInstance *instance = newInstance();
  if (!instance)
    return report(hasMany() ? StatusRuntimeError : StatusAlreadyInstantiated);
  __atomic_store_n(&hostHooks, &hooks, __ATOMIC_RELAXED);
  instance->user = user;
  if (uint32_t status = callGuest(instance, start, nullptr)) {
    end(instance);
    return report(status);
  }
  __atomic_store_n(&instance->state, Live, __ATOMIC_RELEASE);
  *place = instance;
  return 0;
}

extern "C" void wasmc_library_free(void *pointer) {
  // A function of the host that the instance calls cannot free it.
  auto *instance = static_cast<WasmcInstance *>(pointer);
  if (isAnInstance(instance) && instance->state != None &&
      !isInCallOf(instance))
    end(instance);
}

extern "C" uint32_t wasmc_library_call(void *pointer, void *function,
                                       void *slots) {
  auto *instance = static_cast<WasmcInstance *>(pointer);
  if (!isAnInstance(instance))
    return report(StatusNotInstantiated);
  if (instance->state == Failed)
    return report(StatusRuntimeError);
  bool isStarting = instance->state == Starting && isInCallOf(instance);
  if (instance->state != Live && !isStarting)
    return report(StatusNotInstantiated);
  return report(
      callGuest(instance, reinterpret_cast<void (*)(void *)>(function), slots));
}

extern "C" void *wasmc_library_error() { return const_cast<char *>(lastError); }

extern "C" uint32_t wasmc_library_exit_code() { return exitCode; }

extern "C" void wasmc_library_on_failure(void *handler, void *context) {
  failureHandler = reinterpret_cast<FailureHandler>(handler);
  failureContext = context;
}

extern "C" void *wasmc_current_instance() { return instanceOfCall(); }
