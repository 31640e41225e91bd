// thread-spawn of wasi-threads: a thread with an instance of its own.

#include "exceptions.h"
#include "os.h"
#include "poll/poll_set.h"
#include "wasi_functions.h"

namespace {

// Numbers of threads are positive and below 2^29.
constexpr uint32_t largestId = (1u << 29) - 1;

uint32_t nextId() {
  static uint32_t started;
  return __atomic_fetch_add(&started, 1, __ATOMIC_RELAXED) % largestId + 1;
}

// Number and argument share a word.
void run(void *start) {
  auto bits = reinterpret_cast<uint64_t>(start);
  wasmc_thread_main(uint32_t(bits >> 32), uint32_t(bits));
  releaseExceptions();
  releasePolling();
}

} // namespace

// In a program that has none.
__attribute__((weak)) void releaseExceptions() {}
__attribute__((weak)) void releasePolling() {}

// The number of the new thread, which runs the guest's wasi_thread_start with
// it and `argument`; negative if the system has no room for one.
extern "C" uint32_t wasmc_wasi_thread_spawn(uint32_t argument) {
  uint32_t id = nextId();
  void *start = reinterpret_cast<void *>(uint64_t(id) << 32 | argument);
  return os_start_thread(run, start, /*isJoined=*/false)
             ? id
             : uint32_t(-WASI_EAGAIN);
}
