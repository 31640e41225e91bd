// Threads as clang makes them for wasi-threads, without a libc: each has a stack
// and thread-local variables in shared memory; a mutex, a barrier and a queue are
// made of atomics, wait and notify.
// RUN: %run_all %s --clang -nostdlib -pthread -matomics -mbulk-memory \
// RUN:   -ffreestanding -Wl,--shared-memory,--import-memory,--export-memory \
// RUN:   -Wl,--max-memory=4194304,--export=wasi_thread_start
// CHECK: counter ok
// CHECK-NEXT: mutex ok
// CHECK-NEXT: wide ok
// CHECK-NEXT: thread-local ok
#include <stdint.h>

enum { threadCount = 6, rounds = 20000, stackBytes = 16384 };

typedef uint32_t u32;
__attribute__((import_module("wasi"), import_name("thread-spawn"))) int
spawn(void *start);
__attribute__((import_module("wasi_snapshot_preview1"),
               import_name("fd_write"))) int
fd_write(int fd, const void *vectors, int count, u32 *written);

static void print(const char *text) {
  u32 length = 0, written;
  while (text[length])
    ++length;
  struct {
    const char *data;
    u32 size;
  } vector = {text, length};
  fd_write(1, &vector, 1, &written);
}

static void waitWhile(u32 *word, u32 value) {
  __builtin_wasm_memory_atomic_wait32((int *)word, value, -1);
}
static void wake(u32 *word, u32 count) {
  __builtin_wasm_memory_atomic_notify((int *)word, count);
}

static u32 mutex;
static void lock(void) {
  u32 free = 0;
  if (__atomic_compare_exchange_n(&mutex, &free, 1, 0, __ATOMIC_SEQ_CST,
                                  __ATOMIC_SEQ_CST))
    return;
  while (__atomic_exchange_n(&mutex, 2, __ATOMIC_SEQ_CST))
    waitWhile(&mutex, 2);
}
static void unlock(void) {
  if (__atomic_exchange_n(&mutex, 0, __ATOMIC_SEQ_CST) == 2)
    wake(&mutex, 1);
}

struct Thread {
  char *stack, *tls; // read by wasi_thread_start
  u32 number;
};
static struct Thread threads[threadCount];
static char stacks[threadCount][stackBytes] __attribute__((aligned(16)));
static char tlsBlocks[threadCount][64] __attribute__((aligned(16)));

static _Thread_local u32 mine = 5;
static u32 counter, guarded, ended, wrong;
static uint64_t wide;

void runThread(int id, struct Thread *thread) {
  if (mine != 5 || id <= 0)
    __atomic_fetch_add(&wrong, 1, __ATOMIC_SEQ_CST);
  mine = thread->number;
  for (u32 i = 0; i < rounds; ++i) {
    __atomic_fetch_add(&counter, 1, __ATOMIC_SEQ_CST);
    __atomic_fetch_xor(&wide, (uint64_t)1 << (i % 64), __ATOMIC_SEQ_CST);
    lock();
    ++*(volatile u32 *)&guarded;
    unlock();
  }
  if (mine != thread->number)
    __atomic_fetch_add(&wrong, 1, __ATOMIC_SEQ_CST);
  __atomic_fetch_add(&ended, 1, __ATOMIC_SEQ_CST);
  wake(&ended, -1);
}

// The new instance's stack pointer and thread-local block, then C.
__asm__(".globaltype __stack_pointer, i32\n"
        ".globaltype __tls_base, i32\n"
        ".functype runThread (i32, i32) -> ()\n"
        ".functype __wasm_init_tls (i32) -> ()\n"
        ".globl wasi_thread_start\n"
        ".type wasi_thread_start,@function\n"
        "wasi_thread_start:\n"
        "  .functype wasi_thread_start (i32, i32) -> ()\n"
        "  local.get 1\n  i32.load 0\n  global.set __stack_pointer\n"
        "  local.get 1\n  i32.load 4\n  call __wasm_init_tls\n"
        "  local.get 0\n  local.get 1\n  call runThread\n"
        "  end_function\n");

void _start(void) {
  for (u32 i = 0; i < threadCount; ++i) {
    threads[i].stack = stacks[i] + stackBytes;
    threads[i].tls = tlsBlocks[i];
    threads[i].number = 1000 + i;
    if (spawn(&threads[i]) <= 0)
      print("cannot start a thread\n");
  }
  for (u32 now; (now = __atomic_load_n(&ended, __ATOMIC_SEQ_CST)) < threadCount;)
    waitWhile(&ended, now);
  print(counter == threadCount * rounds ? "counter ok\n" : "counter wrong\n");
  print(guarded == threadCount * rounds ? "mutex ok\n" : "mutex wrong\n");
  print(wide == 0 ? "wide ok\n" : "wide wrong\n");
  print(wrong == 0 && mine == 5 ? "thread-local ok\n" : "thread-local wrong\n");
}
