// The waiting of poll_oneoff under a clock of our own: whatever a timer does,
// a time is never reported before the clock shows it, and whatever is ready is
// reported once. docs/Poll.md lists the scenarios by number (#n).

#include "FakeOs.h"
#include "VirtualClock.h"
#include "wasi/poll/poll_set.h"
#include "gtest/gtest.h"
#include <vector>

namespace {

constexpr uint64_t never = ~uint64_t(0);
constexpr uint64_t second = 1000000000, millisecond = 1000000;
constexpr OsHandle keyboard = 70, screen = 71;

class PollSetTest : public testing::Test {
protected:
  // Subscriptions get their numbers in order, from 0.
  void clockAt(uint32_t id, uint64_t timeout, bool absolute = false,
               uint64_t precision = 0) {
    WasiSubscription from = {};
    from.tag = EventClock;
    from.clock.id = id;
    from.clock.timeout = timeout;
    from.clock.precision = precision;
    from.clock.flags = absolute ? SubclockAbstime : 0;
    list.push_back({from, osNoHandle});
  }
  void lasting(uint64_t timeout, uint64_t precision = 0) {
    clockAt(ClockMonotonic, timeout, false, precision);
  }
  void reading(OsHandle handle) { descriptor(EventFdRead, handle); }
  void writing(OsHandle handle) { descriptor(EventFdWrite, handle); }

  // The numbers of the subscriptions that are ready; `events` has the rest.
  std::vector<uint64_t> poll() {
    std::vector<uint8_t> memory(PollSet::bytesFor(list.size()) + 8, 0xee);
    uint64_t start = clock.monotonic;
    PollSet set(memory.data(), list.size(), start);
    for (size_t i = 0; i != list.size(); ++i) {
      list[i].from.userdata = i;
      EXPECT_EQ(set.add(list[i].from), WASI_SUCCESS);
    }
    for (size_t i = 0; i != list.size(); ++i)
      if (list[i].handle != osNoHandle)
        set.ask(&set.waits[i], list[i].handle, FiletypeUnknown, false);
    result = set.wait(thread);
    EXPECT_EQ(memory[PollSet::bytesFor(list.size())], 0xee) << "overrun";
    took = clock.monotonic - start;
    std::vector<uint64_t> ready;
    events.clear();
    for (uint32_t i = 0; i != set.count; ++i)
      if (set.waits[i].ready) {
        events.push_back(eventOf(set.waits[i]));
        ready.push_back(events.back().userdata);
      }
    return ready;
  }

  using Numbers = std::vector<uint64_t>;
  struct Subscription {
    WasiSubscription from;
    OsHandle handle;
  };
  FakeOs os;
  VirtualClock clock;
  PollThread thread = {};
  std::vector<Subscription> list;
  std::vector<WasiEvent> events;
  WasiErrno result = WASI_SUCCESS;
  uint64_t took = 0;

private:
  void descriptor(uint8_t type, OsHandle handle) {
    WasiSubscription from = {};
    from.tag = type;
    list.push_back({from, handle});
  }
};

// #1-#6: every length, by both clocks, takes exactly its time.
TEST_F(PollSetTest, ATimeTakesAsLongAsItSays) {
  for (uint32_t id : {ClockRealtime, ClockMonotonic})
    for (uint64_t time :
         {uint64_t(0), uint64_t(1), uint64_t(99), uint64_t(50000),
          uint64_t(999999), 5 * millisecond, 100 * millisecond, 3600 * second,
          (uint64_t(1) << 31) * millisecond, (uint64_t(1) << 32) * millisecond,
          (uint64_t(1) << 63) - 1}) {
      list.clear();
      clockAt(id, time);
      EXPECT_EQ(poll(), Numbers{0});
      EXPECT_EQ(took, time);
      clock.monotonic = 5 * second;
    }
}

// #3, #11, #47: what is due already asks the system for nothing.
TEST_F(PollSetTest, ADueTimeNeedsNoSystem) {
  lasting(0);
  clockAt(ClockMonotonic, 0, true);
  clockAt(ClockMonotonic, clock.monotonic, true);
  clockAt(ClockRealtime, clock.wall - 1, true);
  lasting(1);
  EXPECT_EQ(poll(), (Numbers{0, 1, 2, 3}));
  EXPECT_EQ(clock.sleeps + clock.looks + clock.spins, 0u);
}

// #7, #8: the largest times are never, or as good as.
TEST_F(PollSetTest, TheLargestTimesNeverCome) {
  for (uint64_t time :
       {uint64_t(1) << 63, (uint64_t(1) << 63) + 1, never - 1, never}) {
    list.clear();
    lasting(time);
    clockAt(ClockRealtime, never, true);
    reading(keyboard);
    clock.descriptors[keyboard] = {};
    clock.sleep = [](uint64_t asked) {
      EXPECT_GE(asked, uint64_t(1) << 62);
      return second;
    };
    clock.asleep = [this] { clock.descriptors[keyboard].canRead = true; };
    EXPECT_EQ(poll(), Numbers{2});
    EXPECT_EQ(took, second);
  }
}

// #10, #12: an absolute time is the time of its clock.
TEST_F(PollSetTest, AnAbsoluteTimeIsThatOfItsClock) {
  clockAt(ClockMonotonic, clock.monotonic + 5 * millisecond, true);
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 5 * millisecond);
  list.clear();
  clockAt(ClockRealtime, clock.wall + 20 * millisecond, true);
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 20 * millisecond);
}

// #13: setting the wall clock moves absolute times of that clock only, at once
// where the timer notices, else within a slice.
TEST_F(PollSetTest, AnAbsoluteTimeFollowsItsClockWhenThatIsSet) {
  for (uint64_t wallSlice : {never, second})
    for (bool forward : {false, true}) {
      list.clear();
      clock.timer.wallSlice = wallSlice;
      clockAt(ClockRealtime, clock.wall + 7200 * second, true);
      bool set = false;
      clock.sleep = [&](uint64_t asked) { return set ? asked : asked / 2; };
      clock.asleep = [&] {
        if (!set)
          clock.wall += forward ? 3600 * second : -3600 * second;
        set = true;
      };
      EXPECT_EQ(poll(), Numbers{0});
      EXPECT_EQ(took, (forward ? 3600 : 10800) * second);
    }
}

TEST_F(PollSetTest, ADurationDoesNotFollowTheWallClock) {
  clockAt(ClockRealtime, 60 * second);
  clock.sleep = [](uint64_t asked) { return (asked + 1) / 2; };
  clock.asleep = [this] { clock.wall += 3600 * second; };
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 60 * second);
}

// #14, #15, #16: of several clocks those that are due, and no other.
TEST_F(PollSetTest, OnlyTheEarliestIsReported) {
  for (uint64_t time : {50, 5, 10, 5, 6})
    lasting(time * millisecond);
  EXPECT_EQ(poll(), (Numbers{1, 3}));
  EXPECT_EQ(took, 5 * millisecond);
}

TEST_F(PollSetTest, ClocksOfBothKindsMix) {
  clockAt(ClockRealtime, clock.wall + 30 * millisecond, true);
  clockAt(ClockMonotonic, clock.monotonic + 20 * millisecond, true);
  clockAt(ClockRealtime, 25 * millisecond);
  EXPECT_EQ(poll(), Numbers{1});
  EXPECT_EQ(took, 20 * millisecond);
  list.erase(list.begin() + 1);
  list[0].from.clock.timeout = clock.wall + 10 * millisecond;
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 10 * millisecond);
}

// #18: a timer that ends early only means to wait again.
TEST_F(PollSetTest, AnEarlyEndIsNoEnd) {
  for (uint64_t early :
       {uint64_t(1), uint64_t(1000), millisecond, uint64_t(15600000)}) {
    list.clear();
    lasting(100 * millisecond);
    clock.sleep = [&](uint64_t asked) {
      return asked > early ? asked - early : asked;
    };
    EXPECT_EQ(poll(), Numbers{0});
    EXPECT_EQ(took, 100 * millisecond);
  }
}

// #19, #20: so do wakes without a cause, and signals.
TEST_F(PollSetTest, AWakeWithoutCauseIsNoEnd) {
  lasting(10 * millisecond);
  reading(keyboard);
  clock.sleep = [](uint64_t asked) { return std::min(asked, uint64_t(7000)); };
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 10 * millisecond);
  EXPECT_EQ(clock.sleeps, 1429u);
}

// #21: a timer that stands still while the system sleeps is asked again in
// slices, so that the wait ends within one of them.
TEST_F(PollSetTest, ASuspensionEndsAWaitWithinASlice) {
  clock.timer.slice = 10 * second;
  lasting(3600 * second);
  bool suspended = false;
  clock.asleep = [&] {
    if (!suspended)
      clock.pass(3600 * second); // the clock goes on, the timer did not
    suspended = true;
  };
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 3610 * second);
  for (const OsWake &wake : clock.wakes)
    EXPECT_LE(wake.monotonic, clock.monotonic);
}

TEST_F(PollSetTest, SlicesAddUp) {
  clock.timer.slice = 10 * second;
  lasting(95 * second + 1);
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(took, 95 * second + 1);
  EXPECT_EQ(clock.sleeps, 10u);
}

// A wait sleeps once, it does not look again and again (#40).
TEST_F(PollSetTest, ALongWaitIsOneSleep) {
  lasting(3600 * second);
  reading(keyboard);
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(clock.sleeps, 1u);
  EXPECT_EQ(clock.spins, 0u);
}

TEST_F(PollSetTest, BytesEndAWaitAtOnce) {
  lasting(3600 * second);
  reading(keyboard);
  clock.sleep = [](uint64_t) { return 50 * millisecond; };
  clock.asleep = [this] {
    clock.descriptors[keyboard] = {.canRead = true, .bytes = 3};
  };
  EXPECT_EQ(poll(), Numbers{1});
  EXPECT_EQ(took, 50 * millisecond);
  EXPECT_EQ(events[0].nbytes, 3u);
}

// What is ready when the call returns is reported, whatever ended the wait.
TEST_F(PollSetTest, AllThatIsReadyIsReported) {
  lasting(10 * millisecond);
  reading(keyboard);
  writing(screen);
  lasting(20 * millisecond);
  clock.asleep = [this] {
    clock.descriptors[keyboard].canRead = true;
    clock.descriptors[screen].canWrite = true;
  };
  EXPECT_EQ(poll(), (Numbers{0, 1, 2}));
  EXPECT_EQ(poll(), (Numbers{1, 2})) << "ready at once; no clock is due";
  EXPECT_EQ(took, 0u);
  list[0].from.clock.timeout = 0;
  EXPECT_EQ(poll(), (Numbers{0, 1, 2}));
}

// #34: an error is an answer. Nobody waits, and no clock is reported.
TEST_F(PollSetTest, AnErrorEndsTheWait) {
  lasting(second);
  clockAt(ClockProcessCputime, 1);
  reading(keyboard);
  EXPECT_EQ(poll(), Numbers{1});
  EXPECT_EQ(events[0].error, WASI_ENOTSUP);
  EXPECT_EQ(took, 0u);
  list.erase(list.begin() + 1);
  clock.descriptors[keyboard].error = WASI_EBADF;
  EXPECT_EQ(poll(), Numbers{1});
  EXPECT_EQ(events[0].error, WASI_EBADF);
  EXPECT_EQ(events[0].nbytes, 0u);
}

TEST_F(PollSetTest, AFailureOfTheSystemIsTheCallsError) {
  lasting(second);
  clock.failure = WASI_ENOMEM;
  poll();
  EXPECT_EQ(result, WASI_ENOMEM);
}

// #41: hangup is told with what is left to read.
TEST_F(PollSetTest, AHangupIsTold) {
  reading(keyboard);
  clock.descriptors[keyboard] = {.hangup = true, .bytes = 0};
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(events[0].flags, EventFdHangup);
  EXPECT_EQ(events[0].nbytes, 0u);
}

// #43: one descriptor many times is one question, each with its answer.
TEST_F(PollSetTest, TheSameDescriptorIsAskedOnce) {
  for (int i = 0; i != 3; ++i)
    reading(keyboard);
  writing(keyboard);
  lasting(second);
  clock.descriptors[keyboard] = {.canRead = true, .bytes = 9};
  EXPECT_EQ(poll(), (Numbers{0, 1, 2}));
  EXPECT_EQ(clock.itemCounts, std::vector<uint32_t>{1});
  clock.descriptors[keyboard] = {.canWrite = true};
  EXPECT_EQ(poll(), Numbers{3});
  EXPECT_EQ(events[0].nbytes, 1u);
}

// #44: many descriptors, of which the last is ready.
TEST_F(PollSetTest, ManyDescriptorsAreKeptApart) {
  for (OsHandle i = 0; i != 5000; ++i)
    reading(i % 2500 * 4);
  clock.descriptors[2499 * 4].canRead = true;
  EXPECT_EQ(poll(), (Numbers{2499, 4999}));
  EXPECT_EQ(clock.itemCounts, std::vector<uint32_t>{2500});
}

TEST_F(PollSetTest, WithoutAClockAWaitIsForDescriptorsOnly) {
  reading(keyboard);
  clock.sleep = [](uint64_t asked) {
    EXPECT_EQ(asked, never);
    return second;
  };
  int wakes = 0;
  clock.asleep = [&] { clock.descriptors[keyboard].canRead = ++wakes == 3; };
  EXPECT_EQ(poll(), Numbers{0});
  EXPECT_EQ(wakes, 3);
}

} // namespace
