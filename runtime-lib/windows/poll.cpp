// Waiting for at most three things at once: the thread's timer, standard input
// (by its pump) and an event for all sockets.

#include "io.h"
#include "pump.h"
#include "timer.h"
#include "wasi/wasi_types.h"

namespace {

constexpr uint64_t never = ~uint64_t(0);

// Whether reading may wait: a console, or a pipe.
bool isInput(const OsPoll &item) {
  return item.wantsRead &&
         (item.type == FiletypeUnknown || consoleNumber(item.handle) >= 0);
}

// Looks at an item that is no socket without waiting. False if only reading can
// tell.
bool lookAt(OsPoll &item) {
  if (isSocket(item.handle))
    return true;
  item.canWrite = item.wantsWrite;
  item.canRead = item.wantsRead;
  item.readHangup = item.writeHangup = false;
  item.error = WASI_SUCCESS;
  item.bytes = 1;
  if (!isInput(item))
    return true;
  if (pumpLook(item))
    return true;
  HANDLE handle = toHandle(item.handle);
  if (consoleNumber(item.handle) >= 0) {
    item.canRead = consoleHasLine(handle);
    return true;
  }
  DWORD available = 0;
  if (PeekNamedPipe(handle, nullptr, 0, nullptr, &available, nullptr)) {
    item.canRead = available != 0;
    item.bytes = available;
    return true;
  }
  item.bytes = 0;
  item.readHangup = GetLastError() == ERROR_BROKEN_PIPE;
  return item.readHangup;
}

// Looks at all. A pipe that cannot be looked into, as some programs make them,
// gets its pump at once; what was there before has that long to appear.
WasiErrno lookAtAll(const OsPollWait &wait, bool *any) {
  constexpr DWORD grace = 10; // ms
  if (socketCalls)
    socketCalls->look(wait);
  for (uint32_t i = 0; i != wait.count; ++i) {
    OsPoll &item = wait.items[i];
    if (!lookAt(item)) {
      HANDLE filled;
      if (WasiErrno error = pumpStart(item.handle, false, &filled))
        return error;
      WaitForSingleObject(filled, grace);
      lookAt(item);
    }
    *any |= item.canRead || item.canWrite;
  }
  return WASI_SUCCESS;
}

struct WaitList {
  HANDLE handles[3];
  DWORD count;
  void add(HANDLE handle) { handles[count++] = handle; }
};

// Starts what tells that standard input became ready.
WasiErrno watchInput(const OsPollWait &wait, WaitList *list) {
  for (uint32_t i = 0; i != wait.count; ++i) {
    const OsPoll &item = wait.items[i];
    HANDLE filled;
    if (!isInput(item))
      continue;
    if (WasiErrno error =
            pumpStart(item.handle, consoleNumber(item.handle) >= 0, &filled))
      return error;
    list->add(filled);
    break; // there is only one
  }
  return WASI_SUCCESS;
}

// `longest` in milliseconds.
void sleep(OsPollState *state, const OsWake &wake, WaitList *list,
           DWORD longest) {
  if (wake.monotonic != never) {
    uint64_t now;
    os_clock_time(ClockMonotonic, &now);
    uint64_t left = wake.monotonic > now ? wake.monotonic - now : 0;
    uint64_t milliseconds = (left + 999999) / 1000000;
    if (HANDLE timer = beginTimer(state, left))
      list->add(timer);
    else if (milliseconds < longest)
      longest = DWORD(milliseconds);
  }
  if (list->count)
    WaitForMultipleObjects(list->count, list->handles, FALSE, longest);
  else
    Sleep(longest);
  endTimer(state);
}

} // namespace

void os_yield() { SwitchToThread(); }

void os_spin() { __builtin_ia32_pause(); }

WasiErrno os_poll_wait(const OsPollWait &wait, const OsWake &wake) {
  bool any = false;
  if (WasiErrno error = lookAtAll(wait, &any))
    return error;
  if (any || !wake.monotonic)
    return WASI_SUCCESS;
  WaitList list = {};
  SocketWatch sockets = {nullptr, INFINITE};
  if (WasiErrno error = watchInput(wait, &list))
    return error;
  bool watches = !socketCalls || socketCalls->watch(wait, &sockets);
  WasiErrno error = watches ? WASI_SUCCESS : WASI_ENOBUFS;
  if (sockets.event) {
    list.add(sockets.event);
    if (!error) // what happened before the event was there
      error = lookAtAll(wait, &any);
  }
  if (!error && !any)
    sleep(wait.state, wake, &list, sockets.turn);
  if (sockets.event)
    socketCalls->unwatch(wait, sockets);
  return error ? error : lookAtAll(wait, &any);
}
