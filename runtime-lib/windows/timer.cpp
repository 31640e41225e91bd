// Waitable timers. Since Windows 10 1803 they can be of high resolution (0.5 ms
// on usual hardware). Older ones end with the system's tick, 15.6 ms unless a
// process raises the resolution, which this does only while a wait needs it.

#include "timer.h"
#include "counted_bracket.h"
#include "environment_switch.h"
#include "nt.h"

namespace {

constexpr uint64_t unit = 100; // nanoseconds, of due times and resolutions
constexpr uint64_t second = 1000000000;

struct Resolutions {
  ULONG coarsest, finest, current;
};

const Resolutions &resolutions() {
  static Resolutions found;
  if (!found.finest && (NtQueryTimerResolution(&found.coarsest, &found.finest,
                                               &found.current) < 0 ||
                        !found.finest))
    found = {156250, 156250, 156250};
  return found;
}

// Windows 11 may ignore what a process asks for, unless it says that it is
// meant. Systems that do not know the question refuse it.
void insist() {
  constexpr auto powerThrottling = PROCESS_INFORMATION_CLASS(4);
  struct {
    ULONG version, mask, state;
  } honour = {1, 4 /*IGNORE_TIMER_RESOLUTION*/, 0};
  SetProcessInformation(GetCurrentProcess(), powerThrottling, &honour,
                        sizeof(honour));
}

void turnResolution(bool up) {
  ULONG current;
  static bool insisted;
  if (up && !insisted)
    insist();
  insisted = true;
  NtSetTimerResolution(resolutions().finest, up, &current);
}

CountedBracket fineResolution(turnResolution);

// What OsPollState::timers hold.
enum { TimerHandle, TimerFlags };
enum : intptr_t { IsCoarse = 1, IsRaised = 2 };

HANDLE makeTimer(OsPollState *state) {
  constexpr DWORD highResolution = 2;
  HANDLE timer = nullptr;
  // WASMC_POLL_NTRES=1 is how the older way can be tried on a newer system.
  if (environmentSwitch("WASMC_POLL_NTRES") != '1')
    timer = CreateWaitableTimerExW(nullptr, nullptr, highResolution,
                                   TIMER_ALL_ACCESS);
  if (!timer) {
    timer = CreateWaitableTimerExW(nullptr, nullptr, 0, TIMER_ALL_ACCESS);
    state->timers[TimerFlags] = IsCoarse;
  }
  state->timers[TimerHandle] = reinterpret_cast<intptr_t>(timer);
  return timer;
}

} // namespace

const OsTimer &os_timer() {
  static OsTimer timer;
  if (!timer.quantum)
    timer = {resolutions().finest * unit, 10 * second, 1 * second, true};
  return timer;
}

void os_end_polling(OsPollState *state) {
  if (state->timers[TimerHandle])
    CloseHandle(reinterpret_cast<HANDLE>(state->timers[TimerHandle]));
  if (state->event) // of WinSock (socket_poll.cpp), but an event like any other
    CloseHandle(reinterpret_cast<HANDLE>(state->event));
}

HANDLE beginTimer(OsPollState *state, uint64_t left) {
  auto *timer = reinterpret_cast<HANDLE>(state->timers[TimerHandle]);
  if (!timer)
    timer = makeTimer(state);
  LARGE_INTEGER due; // negative: from now on
  due.QuadPart = -int64_t(left / unit + (left % unit != 0));
  if (!timer || !SetWaitableTimer(timer, &due, 0, nullptr, nullptr, FALSE))
    return nullptr;
  // A slice of a long wait may end late.
  if ((state->timers[TimerFlags] & IsCoarse) && left < second) {
    fineResolution.enter();
    state->timers[TimerFlags] |= IsRaised;
  }
  return timer;
}

void endTimer(OsPollState *state) {
  if (!(state->timers[TimerFlags] & IsRaised))
    return;
  state->timers[TimerFlags] &= ~IsRaised;
  fineResolution.leave();
}
