// Threads of the system.

#include "os.h"
#include "stack.h"
#include <windows.h>

namespace {

struct Start {
  void (*run)(void *);
  void *argument;
};

DWORD WINAPI runThread(void *parameter) {
  Start start = *static_cast<Start *>(parameter);
  os_free(parameter, sizeof(Start));
  keepStackForHandler();
  start.run(start.argument);
  return 0;
}

} // namespace

uint64_t os_thread_id() { return GetCurrentThreadId(); }

bool os_start_thread(void (*run)(void *), void *argument, uint64_t stackSize) {
  auto *start = static_cast<Start *>(os_allocate(sizeof(Start)));
  if (!start)
    return false;
  *start = {run, argument};
  HANDLE thread = CreateThread(nullptr, stackSize, runThread, start,
                               STACK_SIZE_PARAM_IS_A_RESERVATION, nullptr);
  if (!thread) {
    os_free(start, sizeof(Start));
    return false;
  }
  CloseHandle(thread);
  return true;
}
