// Threads that wait at the same time do not end each other's waits.
// RUN: %run_runtime %s
// RUN: %run_runtime %s --targets windows --env WASMC_POLL_NTRES=1

#include "runtime_process.h"
#include "wasi/poll/poll_set.h"

constexpr int threads = 4;
static uint32_t ended, early;

// Waits of 1 to 4 ms, each with what belongs to its thread.
static void waitOften(int number) {
  PollThread thread = {};
  alignas(8) uint8_t memory[PollSet::bytesFor(1)];
  for (int i = 0; i != 100; ++i) {
    WasiSubscription from = {};
    from.clock.id = ClockMonotonic;
    from.clock.timeout = uint64_t(number + 1) * millisecond + uint64_t(i);
    uint64_t start = now();
    PollSet set(memory, 1, start);
    bool failed = set.add(from) || set.wait(thread) || !set.waits[0].ready;
    if (failed || now() - start < from.clock.timeout)
      __atomic_add_fetch(&early, 1, __ATOMIC_RELAXED);
  }
  __atomic_add_fetch(&ended, 1, __ATOMIC_RELEASE);
}

#ifdef _WIN32
static DWORD WINAPI runThread(void *number) {
  waitOften(int(intptr_t(number)));
  return 0;
}
static void startThread(int number) {
  CloseHandle(CreateThread(nullptr, 0, runThread,
                           reinterpret_cast<void *>(intptr_t(number)), 0,
                           nullptr));
}
#else
extern "C" void runThread(int number) {
  waitOften(number);
  sys(__NR_exit, 0);
}
// clone(CLONE_VM | FS | FILES | SIGHAND | THREAD | SYSVSEM, stack).
[[gnu::naked]] static int64_t cloneThread(void *stack, int64_t number) {
  asm("mov %rsi, %r9\n\t"
      "mov %rdi, %rsi\n\t"
      "mov $0x50f00, %edi\n\t"
      "xor %edx, %edx\n\t"
      "xor %r10d, %r10d\n\t"
      "xor %r8d, %r8d\n\t"
      "mov $56, %eax\n\t"
      "syscall\n\t"
      "test %eax, %eax\n\t"
      "jnz 1f\n\t"
      "mov %r9d, %edi\n\t"
      "call runThread\n\t"
      "1: ret");
}
static void startThread(int number) {
  constexpr uint64_t stack = 64 << 10;
  auto *memory = static_cast<uint8_t *>(os_allocate(stack));
  HOLDS(cloneThread(memory + stack, number) > 0);
}
#endif

void test() {
  for (int i = 0; i != threads; ++i)
    startThread(i);
  for (int i = 0; i != 6000 && __atomic_load_n(&ended, __ATOMIC_ACQUIRE) != threads;
       ++i)
    pauseFor(10);
  EQUAL(ended, threads);
  EQUAL(early, 0);
  HOLDS(!isResolutionRaised());
}
