// For tests of the runtime library in its own process (run_runtime.py): what
// stands in for a compiled module, checks, and subscriptions in its memory.
// A test defines test(), and uses EQUAL and HOLDS.

#ifndef RUNTIME_TEST_H
#define RUNTIME_TEST_H

#include "abi/wasmc_abi.h"
#include "os.h"
#include "runtime.h"
#include "wasi/wasi_functions.h"

void test();

using namespace wasi_signature;

static constexpr WasmcMemoryType testMemory() {
  WasmcMemoryType type = {};
  type.memory = &wasmc_memory;
  type.minPages = type.maxPages = 128;
  type.pageBytes = WASMC_PAGE_SIZE;
  return type;
}
static constexpr WasmcMemoryType memoryType = testMemory();

static constexpr WasmcModule testModule() {
  WasmcModule made = {};
  made.abiVersion = WASMC_ABI_VERSION;
  made.memories = &memoryType;
  made.numMemories = 1;
  made.stackSize = 1 << 20;
  return made;
}
extern "C" const WasmcModule wasmc_module = testModule();

constexpr bool on_windows =
#ifdef _WIN32
    true;
#else
    false;
#endif

static bool failed;

static void say(const char *text) { os_write_error(text, textLength(text)); }

static void sayNumber(const char *name, uint64_t value) {
  char line[200];
  TextWriter writer(line, sizeof(line));
  writer.text(name).text(" ").decimal(value).text("\n");
  os_write_error(writer.data(), writer.size());
}

static void checkEqual(int line, const char *what, uint64_t got,
                       uint64_t wanted) {
  if (got == wanted)
    return;
  failed = true;
  char text[300];
  TextWriter writer(text, sizeof(text));
  writer.text("line ").decimal(line).text(": ").text(what).text(" is ");
  writer.decimal(got).text(", not ").decimal(wanted).text("\n");
  os_write_error(writer.data(), writer.size());
}

#define EQUAL(got, wanted) checkEqual(__LINE__, #got, (got), (wanted))
#define HOLDS(condition) checkEqual(__LINE__, #condition, !!(condition), 1)

// As generated code does: traps aside, the end of main is the end.
extern "C" void wasmc_main() {
  test();
  os_exit(failed);
}

static uint64_t now(uint32_t clock = ClockMonotonic) {
  uint64_t time;
  os_clock_time(clock, &time);
  return time;
}

// Subscriptions and events in guest memory.
enum : uint32_t { SubscriptionsAt = 65536, EventsAt = 2097152, CountAt = 16 };
constexpr uint64_t millisecond = 1000000, second = 1000000000;

static uint32_t subscribed;

template <class T> static T *guest(uint32_t address) {
  return reinterpret_cast<T *>(wasmc_memory.base + address);
}

static WasiSubscription &subscribe(uint8_t tag) {
  WasiSubscription &to = guest<WasiSubscription>(SubscriptionsAt)[subscribed];
  to = {};
  to.userdata = subscribed++;
  to.tag = tag;
  return to;
}
static void clockIn(uint64_t timeout, uint64_t precision = 0) {
  WasiSubscription &to = subscribe(EventClock);
  to.clock.id = ClockMonotonic;
  to.clock.timeout = timeout;
  to.clock.precision = precision;
}
static void descriptor(uint8_t tag, uint32_t fd) { subscribe(tag).io.fd = fd; }

// Polls what was subscribed; the number of events.
static uint32_t poll() {
  uint32_t error = wasmc_wasi_poll_oneoff(SubscriptionsAt, EventsAt, subscribed,
                                          CountAt);
  EQUAL(error, 0);
  subscribed = 0;
  return error ? 0 : *guest<uint32_t>(CountAt);
}
static const WasiEvent &event(uint32_t index) {
  return guest<WasiEvent>(EventsAt)[index];
}

// Reads up to `size` bytes from a descriptor; ~0 for an error.
static uint32_t readSome(uint32_t fd, uint32_t size) {
  guest<uint32_t>(32)[0] = 1024;
  guest<uint32_t>(32)[1] = size;
  return wasmc_wasi_fd_read(fd, 32, 1, 64) ? ~0u : *guest<uint32_t>(64);
}

#endif
