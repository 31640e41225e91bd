"""Mistakes that a poll_oneoff can make: each row is one, made in the source,
and the tests that must notice. `unit` are the unit tests of polls; other words
are names of lit tests. Rows: (mistake, file, text, text instead, judge).

mutants.py makes them one at a time.
"""

PLAN = "runtime-lib/wasi/poll/poll_plan.cpp"
SET = "runtime-lib/wasi/poll/poll_set.cpp"
TAIL = "runtime-lib/wasi/poll/spin_tail.h"
CALL = "runtime-lib/wasi/poll/poll_call.cpp"
LINUX = "runtime-lib/posix/poll.cpp"
WINDOWS = "runtime-lib/windows/poll.cpp"
TIMER = "runtime-lib/windows/timer.cpp"
PUMP = "runtime-lib/windows/pump.cpp"
CONSOLE = "runtime-lib/windows/console_read.cpp"
BRACKET = "runtime-lib/windows/counted_bracket.h"
SOCKETS = "runtime-lib/windows/socket_poll.cpp"

RELATIVE = "saturatingAdd(start, from.clock.timeout)"
EXACT = "WASI/poll-waits-exactly.cpp"
NOTHING = "WASI/poll-leaves-nothing.cpp"
INPUT = "WASI/poll-standard-input.cpp"

MUTANTS = [
    # Arithmetic.
    ("nanoseconds cut to milliseconds", PLAN, RELATIVE,
     "saturatingAdd(start, from.clock.timeout / 1000000 * 1000000)", "unit"),
    ("microseconds taken for milliseconds", PLAN, RELATIVE,
     "saturatingAdd(start, from.clock.timeout * 1000)", "unit"),
    ("milliseconds taken for seconds", PLAN, RELATIVE,
     "saturatingAdd(start, from.clock.timeout % 1000000000 * 1000 +"
     " from.clock.timeout / 1000000000 * 1000000000)", "unit"),
    ("milliseconds in 32 bits", PLAN, RELATIVE,
     "saturatingAdd(start, from.clock.timeout % 1000000 +"
     " uint64_t(uint32_t(from.clock.timeout / 1000000)) * 1000000)", "unit"),
    ("a sum that wraps", PLAN,
     "__builtin_add_overflow(a, b, &sum) ? pollNever : sum",
     "__builtin_add_overflow(a, b, &sum) ? sum : sum", "unit"),
    ("a signed sum", PLAN, RELATIVE,
     "uint64_t(int64_t(from.clock.timeout) < 0 ? int64_t(start)"
     " : int64_t(start + from.clock.timeout))", "unit"),
    ("units of 100 ns rounded down", PLAN,
     "wait.deadline <= (wait.wallClock ? now.wall : now.monotonic)",
     "wait.deadline / 100 <= (wait.wallClock ? now.wall : now.monotonic) / 100",
     "unit"),
    ("a due time that must have passed", PLAN,
     "wait.deadline <= (wait", "wait.deadline < (wait", "unit"),
    # Which clock, which time.
    ("the first time instead of the earliest", PLAN,
     "earliest = least(earliest, at);",
     "earliest = earliest == pollNever ? at : earliest;", "unit"),
    ("the last time instead of the earliest", PLAN,
     "earliest = least(earliest, at);", "earliest = at;", "unit"),
    ("an absolute time taken for a duration", PLAN,
     "absolute ? from.clock.timeout", "false ? from.clock.timeout", "unit"),
    ("an absolute wall time on the monotonic clock", PLAN,
     "wait->wallClock = absolute && from.clock.id == ClockRealtime;",
     "wait->wallClock = false;", "unit"),
    ("an absolute wall time frozen at the call", SET,
     "os_clock_time(ClockRealtime, &now.wall);",
     "{ static uint64_t since, wall; if (since != start) {"
     " os_clock_time(ClockRealtime, &wall); since = start; }"
     " now.wall = wall + (now.monotonic - start); }", "unit"),
    ("a duration on the wall clock", PLAN,
     "wait->wallClock = absolute && from.clock.id == ClockRealtime;",
     "wait->wallClock = from.clock.id == ClockRealtime;", "unit"),
    ("no slices for a timer that stands still", PLAN,
     "saturatingAdd(now.monotonic, timer.slice)", "pollNever", "unit"),
    # The loop.
    ("trusting the timer", SET, "    now = readTime();\n    if (any)",
     "    now = sleeps ? PollTime{wake.monotonic, wake.wall} : readTime();\n"
     "    if (any)", "unit"),
    ("a look every 100 ms", PLAN,
     "  if (wake.monotonic != pollNever)\n",
     "  wake.monotonic = least(wake.monotonic, now.monotonic + 100000000);\n"
     "  if (wake.monotonic != pollNever)\n", "unit"),
    ("all clocks reported when one is due", SET,
     "  return itemCount ? waitForItems(thread, onlyLook, &any)",
     "  for (uint32_t i = 0; i != count; ++i)\n"
     "    waits[i].ready |= waits[i].type == EventClock;\n"
     "  return itemCount ? waitForItems(thread, onlyLook, &any)", "unit"),
    ("descriptors forgotten when a clock is due", SET,
     "  return itemCount ? waitForItems(thread, onlyLook, &any) : WASI_SUCCESS;",
     "  return WASI_SUCCESS;", "unit"),
    ("due clocks forgotten when a descriptor is ready", SET,
     "      markDueClocks(waits, count, now);\n      return", "      return",
     "unit"),
    ("no sleep without descriptors", SET,
     "if (WasiErrno error = os_poll_wait(request, wake))",
     "if (WasiErrno error = itemCount ? os_poll_wait(request, wake) : WASI_EIO)",
     "unit"),
    ("one answer for a descriptor asked twice", SET,
     "(wait->type == EventFdRead ? item.wantsRead : item.wantsWrite) = true;",
     "item.wantsRead = wait->type == EventFdRead;"
     " item.wantsWrite = !item.wantsRead;", "unit"),
    ("a loop without end", TAIL, "value > most ? most : value",
     "value", "unit"),
    ("a loop against the will of the guest", PLAN,
     "wait.precision < lead ?", "true ?", "unit"),
    ("a loop before the first look", SET,
     "bool looked = itemCount == 0,", "bool looked = true,", "unit"),
    # The call.
    ("sizes in 32 bits", CALL,
     "!guestValid(in, uint64_t(count) * source.size) ||\n"
     "      !guestValid(out, uint64_t(count) * sizeof(WasiEvent)) ||",
     "!guestValid(in, uint32_t(count * source.size)) ||\n"
     "      !guestValid(out, uint32_t(count * sizeof(WasiEvent))) ||",
     "WASI/bad-poll.c"),
    ("no subscription is no error", CALL, "if (count == 0)", "if (false)",
     "WASI/bad-poll.c"),
    ("an error that does not end the wait", CALL,
     "  if (wait->error)\n    wait->ready = true;",
     "  if (wait->error)\n    wait->ready = false;", "WASI/bad-poll.c"),
    # Linux.
    ("EINTR is an error", LINUX, "result < 0 && result != interrupted",
     "result < 0", "WASI/poll-interrupted.cpp"),
    ("no wait without descriptors", LINUX,
     "  int64_t result = sys(__NR_ppoll",
     "  if (!wait.count)\n    return WASI_SUCCESS;\n"
     "  int64_t result = sys(__NR_ppoll", NOTHING),
    ("a look every 100 ms, Linux", LINUX, "timed ? timeoutOf(wake)",
     "waits && (timed = true) ? KernelTime{0, 100000000}", NOTHING),
    ("the timer closed while waited for", LINUX,
     "  KernelTime timeout = timed",
     "  if (wait.state->timers[1])\n"
     "    sys(__NR_close, uint64_t(wait.state->timers[1] - 1));\n"
     "  wait.state->timers[1] = 0;\n  KernelTime timeout = timed", NOTHING),
    ("a timer for each wait", LINUX, "    state->timers[clock] = made + 1;",
     "    *list = {int32_t(made), POLLIN, 0};\n"
     "    return false;", NOTHING),
    ("an absolute timer taken for a relative one", LINUX,
     "                                TFD_TIMER_ABSTIME};", "0};", EXACT),
    ("hangup forgotten", LINUX,
     "item.readHangup = fd.revents & (POLLHUP | POLLRDHUP);",
     "item.readHangup = false;", INPUT),
    # Windows.
    ("sleeping in ticks of 15.6 ms", WINDOWS,
     "    if (HANDLE timer = beginTimer(state, left))",
     "    left = left / 15625000 * 15625000 + 15625000;\n"
     "    if (HANDLE timer = beginTimer(state, left))", EXACT),
    ("the timer closed while waited for, Windows", WINDOWS,
     "    if (HANDLE timer = beginTimer(state, left))\n      list->add(timer);",
     "    if (HANDLE timer = beginTimer(state, left)) {\n"
     "      list->add(timer);\n      CloseHandle(timer);\n"
     "      state->timers[0] = 0;\n    }", NOTHING),
    ("a timer for each wait, Windows", TIMER, "  if (!timer)\n    timer = make",
     "    timer = make", NOTHING),
    ("the resolution left raised", TIMER, "  fineResolution.leave();", "",
     NOTHING),
    ("the resolution left raised by the count", BRACKET, "if (--inside == 0)",
     "if (--inside == 1)", "unit"),
    ("the resolution lowered under others", BRACKET, "if (--inside == 0)",
     "--inside;", "unit"),
    ("a look every 100 ms, Windows", WINDOWS,
     "    list->add(filled);\n", "", INPUT),
    ("input read to its end is still input", PUMP,
     "  ResetEvent(pump->filled);\n", "", INPUT),
    ("the rest of a block is lost", PUMP,
     "  if (pump->start == pump->end && (", "  if ((", INPUT),
    ("an end that is told once", PUMP,
     "(!pump->ended || pump->isConsole)", "true", INPUT),
    ("any key is a line", CONSOLE, "key.uChar.UnicodeChar == '\\r'",
     "key.uChar.UnicodeChar", "WASI/poll-console.cpp"),
    ("sockets left as polls need them", SOCKETS,
     "  ioctlsocket(socket, long(FIONBIO), &nonblock);", "",
     "WASI/poll-sockets.test"),
    ("sockets looked at now and then", SOCKETS,
     "long kinds =", "return true;\n  long kinds =", "WASI/poll-sockets.test"),
    ("who ends sending is told to be gone", SOCKETS,
     "item.writeHangup = failed;", "item.writeHangup = over;",
     "WASI/poll-sockets.test"),
]
