// Waiting with a timer of high resolution. Pipes and consoles cannot be waited
// for on synchronous handles, so they are looked at every 10 ms.

#include "io.h"
#include "wasi/wasi_types.h"

namespace {

uint64_t monotonic() {
  uint64_t now;
  os_clock_time(ClockMonotonic, &now);
  return now;
}

HANDLE timer() {
  constexpr DWORD highResolution = 2;
  static HANDLE handle;
  if (!handle)
    handle = CreateWaitableTimerExW(nullptr, nullptr, highResolution,
                                    TIMER_ALL_ACCESS);
  if (!handle) // before Windows 10 1803
    handle = CreateWaitableTimerExW(nullptr, nullptr, 0, TIMER_ALL_ACCESS);
  return handle;
}

// Sleeps until the monotonic clock shows `until`, never less.
void sleepUntil(uint64_t until) {
  constexpr uint64_t longest = 10000000000; // the system may sleep meanwhile
  for (uint64_t now = monotonic(); now < until; now = monotonic()) {
    uint64_t left = until - now < longest ? until - now : longest;
    LARGE_INTEGER due;
    due.QuadPart = -int64_t((left + 99) / 100);
    if (timer() && SetWaitableTimer(timer(), &due, 0, nullptr, nullptr, FALSE))
      WaitForSingleObject(timer(), INFINITE);
    else
      Sleep(DWORD((left + 999999) / 1000000));
  }
}

void lookAt(OsPoll &item) {
  item.ready = true;
  item.bytes = 1;
  if (item.write)
    return;
  HANDLE handle = toHandle(item.handle);
  if (consoleNumber(item.handle) >= 0) {
    item.ready = consoleHasLine(handle);
  } else if (GetFileType(handle) == FILE_TYPE_PIPE) {
    DWORD available = 0;
    if (PeekNamedPipe(handle, nullptr, 0, nullptr, &available, nullptr)) {
      item.ready = available != 0;
      item.bytes = available;
    } else if (GetLastError() == ERROR_BROKEN_PIPE) {
      item.hangup = true;
      item.bytes = 0;
    } // else: a pipe that cannot be looked into; reading it tells
  }
}

} // namespace

void os_yield() { SwitchToThread(); }

WasiErrno os_poll(OsPoll *items, uint32_t count, uint64_t deadline) {
  constexpr uint64_t turn = 10000000;
  for (;;) {
    bool any = false;
    for (uint32_t i = 0; i != count; ++i) {
      lookAt(items[i]);
      any |= items[i].ready;
    }
    uint64_t now = deadline ? monotonic() : 0;
    if (any || now >= deadline)
      return WASI_SUCCESS;
    bool takesTurns = count && deadline - now > turn;
    sleepUntil(takesTurns ? now + turn : deadline);
  }
}
