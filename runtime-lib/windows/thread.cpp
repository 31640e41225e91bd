// Threads of the system.

#include "abi/wasmc_abi.h"
#include "frame.h"
#include "nt.h"
#include "os.h"

struct OsThread {
  void (*entry)(void *);
  void *argument;
  HANDLE handle;
  bool isJoined;
};

namespace {

DWORD WINAPI runThread(void *argument) {
  OsThread thread = *static_cast<OsThread *>(argument);
  if (!thread.isJoined)
    os_free(argument, sizeof(OsThread));
  keepStackForHandler();
  thread.entry(thread.argument);
  return 0;
}

} // namespace

uint64_t os_thread_id() { return GetCurrentThreadId(); }

OsThread *os_start_thread(void (*entry)(void *), void *argument,
                          bool isJoined) {
  auto *thread = static_cast<OsThread *>(os_allocate(sizeof(OsThread)));
  if (!thread)
    return nullptr;
  *thread = {entry, argument, nullptr, isJoined};
  HANDLE handle =
      CreateThread(nullptr, wasmc_module.stackSize, runThread, thread,
                   STACK_SIZE_PARAM_IS_A_RESERVATION, nullptr);
  if (!handle) {
    os_free(thread, sizeof(OsThread));
    return nullptr;
  }
  if (isJoined)
    thread->handle = handle;
  else
    NtClose(handle);
  return thread;
}

void os_join_thread(OsThread *thread) {
  WaitForSingleObject(thread->handle, INFINITE);
  NtClose(thread->handle);
  os_free(thread, sizeof(OsThread));
}
