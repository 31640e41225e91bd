// A wait goes on when signals interrupt it, and when no timer can be made.
// RUN: %run_runtime %s --targets linux

#include "runtime_process.h"

static volatile unsigned alarms;

static void onAlarm(int) { alarms = alarms + 1; }

[[gnu::naked]] static void restore() {
  asm("movl $15, %eax\n\tsyscall"); // rt_sigreturn
}

// An alarm every millisecond, or none.
static void setAlarm(uint64_t microseconds) {
  constexpr uint64_t sigalrm = 14, hasRestorer = 0x04000000;
  uint64_t action[4] = {reinterpret_cast<uint64_t>(onAlarm), hasRestorer,
                        reinterpret_cast<uint64_t>(restore), 0};
  sys(__NR_rt_sigaction, sigalrm, sysArg(action), 0, 8);
  uint64_t every[4] = {0, microseconds, 0, microseconds};
  sys(__NR_setitimer, 0, sysArg(every), 0);
}

// All kinds of waits last as long as they say.
static void waitAll() {
  for (uint64_t time : (uint64_t[]){1, 1500000, 100 * millisecond}) {
    uint64_t start = now();
    clockIn(time);
    EQUAL(poll(), 1);
    HOLDS(now() - start >= time);
    start = now();
    clockIn(time);
    descriptor(EventFdRead, 0);
    EQUAL(poll(), 1);
    HOLDS(now() - start >= time);
    WasiSubscription &wall = subscribe(EventClock);
    uint64_t until = now(ClockRealtime) + time;
    wall.clock.timeout = until;
    wall.clock.flags = SubclockAbstime;
    EQUAL(poll(), 1);
    HOLDS(now(ClockRealtime) >= until);
  }
}

void test() {
  pipeAsInput();
  // No descriptor is left for a timer: the first thing, for timers are kept.
  constexpr uint64_t limitNoFile = 7;
  uint64_t few[2] = {3, 4096}, many[2] = {1024, 4096};
  sys(__NR_setrlimit, limitNoFile, sysArg(few));
  HOLDS(sys(__NR_timerfd_create, 1, 0) < 0);
  waitAll();
  setAlarm(1000);
  waitAll();
  sys(__NR_setrlimit, limitNoFile, sysArg(many));
  waitAll();
  setAlarm(0);
  HOLDS(alarms > 10);
}
