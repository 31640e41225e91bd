// For tests of the runtime library: what a process holds, and a pipe as
// standard input with somebody beside who writes to it.

#ifndef RUNTIME_PROCESS_H
#define RUNTIME_PROCESS_H

#include "runtime_test.h"

#ifdef _WIN32
#include <windows.h>

extern "C" {
LONG NTAPI NtQuerySystemInformation(int, void *, ULONG, ULONG *);
LONG NTAPI NtSetTimerResolution(ULONG, BOOLEAN, ULONG *);
}

// Open handles; a thread is one.
static uint64_t countHandles() {
  constexpr int extendedHandles = 64;
  constexpr ULONG size = 16 << 20;
  struct Table {
    uint64_t count, reserved;
    struct {
      void *object;
      uint64_t process, handle;
      uint32_t access, kinds, attributes, unused;
    } rows[1];
  };
  static auto *table = static_cast<Table *>(os_allocate(size));
  ULONG used;
  HOLDS(NtQuerySystemInformation(extendedHandles, table, size, &used) >= 0);
  uint64_t count = 0;
  for (uint64_t i = 0; i != table->count; ++i)
    count += table->rows[i].process == GetCurrentProcessId();
  HOLDS(count > 3);
  return count;
}

static uint64_t countThreads() { return 0; }
static uint64_t memoryInUse() { return 0; }
static uint64_t countSwitches() { return 0; }

// Whether the process still asks for a fine system timer: only then can it
// take that back.
static bool isResolutionRaised() {
  ULONG current;
  return NtSetTimerResolution(10000, FALSE, &current) >= 0;
}

static HANDLE writeEnd;

static void pipeAsInput() {
  HANDLE readEnd;
  HOLDS(CreatePipe(&readEnd, &writeEnd, nullptr, 0));
  SetStdHandle(STD_INPUT_HANDLE, readEnd);
}
static void writeInput(const void *data, uint32_t size) {
  DWORD written;
  HOLDS(WriteFile(writeEnd, data, size, &written, nullptr));
}
static void closeInput() { CloseHandle(writeEnd); }
static void pauseFor(uint32_t milliseconds) { Sleep(milliseconds); }

static DWORD WINAPI runBeside(void *body) {
  reinterpret_cast<void (*)()>(body)();
  return 0;
}
// Runs `body` at the same time.
static void beside(void (*body)()) {
  CloseHandle(CreateThread(nullptr, 0, runBeside,
                           reinterpret_cast<void *>(body), 0, nullptr));
}

#else
#include "posix/syscall.h"
#include <asm/fcntl.h>

static uint64_t countEntries(const char *directory) {
  int64_t fd = sys(__NR_openat, 0, sysArg(directory), O_DIRECTORY);
  static char entries[1 << 16];
  int64_t size = sys(__NR_getdents64, fd, sysArg(entries), sizeof(entries));
  sys(__NR_close, fd);
  uint64_t count = 0;
  for (int64_t at = 0; at < size; ++count)
    at += *reinterpret_cast<uint16_t *>(entries + at + 16);
  HOLDS(count > 2);
  return count;
}
static uint64_t countHandles() { return countEntries("/proc/self/fd"); }
static uint64_t countThreads() { return countEntries("/proc/self/task"); }

// Address space, in pages.
static uint64_t memoryInUse() {
  char text[64] = {};
  int64_t fd = sys(__NR_openat, 0, sysArg("/proc/self/statm"), 0);
  sys(__NR_read, fd, sysArg(text), sizeof(text) - 1);
  sys(__NR_close, fd);
  uint64_t pages = 0;
  for (const char *at = text; *at >= '0' && *at <= '9'; ++at)
    pages = pages * 10 + uint64_t(*at - '0');
  HOLDS(pages > 100);
  return pages;
}

// How often the process gave up the processor by itself.
static uint64_t countSwitches() {
  uint64_t usage[18];
  sys(__NR_getrusage, 0, sysArg(usage));
  return usage[16];
}

static bool isResolutionRaised() { return false; }

static int32_t pipeEnds[2];

static void pipeAsInput() {
  HOLDS(sys(__NR_pipe, sysArg(pipeEnds)) >= 0);
  sys(__NR_dup2, uint64_t(pipeEnds[0]), 0);
  sys(__NR_close, uint64_t(pipeEnds[0]));
}
static void writeInput(const void *data, uint32_t size) {
  EQUAL(uint64_t(sys(__NR_write, uint64_t(pipeEnds[1]), sysArg(data), size)),
        size);
}
static void closeInput() { sys(__NR_close, uint64_t(pipeEnds[1])); }
static void pauseFor(uint32_t milliseconds) {
  uint64_t time[2] = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  sys(__NR_nanosleep, sysArg(time), 0);
}

// Runs `body` at the same time, in a copy of this process.
static void beside(void (*body)()) {
  if (sys(__NR_fork) == 0) {
    body();
    os_exit(0);
  }
}
#endif

#endif
