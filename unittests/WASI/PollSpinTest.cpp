// Waits that end by watching the clock: exact with a coarse timer, and never
// at more cost than promised.

#include "FakeOs.h"
#include "VirtualClock.h"
#include "wasi/poll/poll_set.h"
#include "gtest/gtest.h"
#include <random>

namespace {

constexpr uint64_t millisecond = 1000000, microsecond = 1000;

class PollSpin : public testing::Test {
protected:
  PollSpin() {
    clock.timer = {millisecond / 2, 10000 * millisecond, 1000 * millisecond,
                   true};
    clock.sleep = [this](uint64_t asked) { return asked + lateness(); };
  }

  // How much longer than `time` a wait takes.
  uint64_t overshoot(uint64_t time, uint64_t precision = 0,
                     bool reads = false) {
    alignas(8) uint8_t memory[PollSet::bytesFor(2)];
    uint64_t start = clock.monotonic;
    PollSet set(memory, 2, start);
    WasiSubscription from = {};
    from.clock.id = ClockMonotonic;
    from.clock.timeout = time;
    from.clock.precision = precision;
    EXPECT_EQ(set.add(from), WASI_SUCCESS);
    from = {};
    from.tag = EventFdRead;
    if (reads) {
      EXPECT_EQ(set.add(from), WASI_SUCCESS);
      set.ask(&set.waits[1], keyboard, FiletypeUnknown, false);
    }
    clock.spins = clock.sleeps = clock.looks = 0;
    EXPECT_EQ(set.wait(thread), WASI_SUCCESS);
    timeReported = set.waits[0].ready;
    EXPECT_GE(clock.monotonic, start);
    uint64_t took = clock.monotonic - start;
    if (timeReported)
      EXPECT_GE(took, time) << "early";
    return took - time;
  }

  static constexpr OsHandle keyboard = 70;
  FakeOs os;
  VirtualClock clock;
  PollThread thread = {};
  std::function<uint64_t()> lateness = [] { return millisecond / 2; };
  bool timeReported = false;
};

TEST_F(PollSpin, ALateTimerIsMadeUpFor) {
  for (uint64_t time : {50 * microsecond, millisecond, 100 * millisecond,
                        uint64_t(3600000) * millisecond})
    EXPECT_LE(overshoot(time), clock.spinTime);
}

TEST_F(PollSpin, ItCostsAtMostTheLead) {
  lateness = [] { return 0; };
  for (int i = 0; i != 1000; ++i) {
    overshoot(10 * millisecond);
    EXPECT_LE(clock.spins * clock.spinTime, SpinTail::most + clock.spinTime);
    EXPECT_EQ(clock.sleeps, 1u);
  }
  EXPECT_EQ(thread.tail.lead, SpinTail::least) << "learnt: it is never late";
}

TEST_F(PollSpin, ATimeShorterThanTheLeadIsNotSlept) {
  overshoot(100 * microsecond);
  EXPECT_EQ(clock.sleeps, 0u);
  EXPECT_EQ(clock.spins, 100 * microsecond / clock.spinTime);
}

// #17: who allows for lateness gets a sleep and no loop.
TEST_F(PollSpin, PrecisionSavesTheLoop) {
  uint64_t late = overshoot(10 * millisecond, 10 * millisecond);
  EXPECT_EQ(clock.spins, 0u);
  EXPECT_EQ(late, millisecond / 2);
  EXPECT_LE(overshoot(10 * millisecond, 1000), clock.spinTime);
}

TEST_F(PollSpin, TheUserDecides) {
  os.environment = {"WASMC_POLL_SPIN=0", nullptr};
  EXPECT_EQ(overshoot(10 * millisecond), millisecond / 2);
  EXPECT_EQ(clock.spins, 0u);
  thread = {};
  os.environment = {"X=Y", "WASMC_POLL_SPIN=1", nullptr};
  clock.timer.endsBySpinning = false;
  EXPECT_LE(overshoot(10 * millisecond), clock.spinTime);
  thread = {};
  os.elevated = true;
  EXPECT_EQ(overshoot(10 * millisecond), millisecond / 2);
}

TEST_F(PollSpin, BytesAreSeenBeforeTheLoop) {
  clock.descriptors[keyboard].canRead = true;
  overshoot(100 * microsecond, 0, true);
  EXPECT_FALSE(timeReported);
  EXPECT_EQ(clock.spins, 0u);
}

TEST_F(PollSpin, BytesThatComeDuringTheLoopAreReported) {
  clock.descriptors[keyboard] = {};
  overshoot(100 * microsecond, 0, true);
  EXPECT_TRUE(timeReported);
  EXPECT_EQ(clock.looks, 2u) << "before the loop and after it";
}

// The lead settles where one sleep in twenty is later, within its bounds.
TEST_F(PollSpin, TheLeadLearns) {
  std::mt19937 random(1);
  std::uniform_int_distribution<uint64_t> usual(0, millisecond);
  lateness = [&] { return usual(random); };
  unsigned late = 0;
  for (int i = 0; i != 4000; ++i)
    late += overshoot(10 * millisecond) > clock.spinTime && i >= 2000;
  EXPECT_GE(thread.tail.lead, 800 * microsecond);
  EXPECT_LE(thread.tail.lead, 1200 * microsecond);
  EXPECT_LE(late, 200u);
  lateness = [] { return 20 * millisecond; };
  for (int i = 0; i != 100; ++i)
    overshoot(10 * millisecond);
  EXPECT_EQ(thread.tail.lead, SpinTail::most);
}

// A wall clock that is set back during the loop means to sleep again.
TEST_F(PollSpin, AClockSetBackEndsTheLoop) {
  alignas(8) uint8_t memory[PollSet::bytesFor(1)];
  lateness = [] { return 0; };
  PollSet set(memory, 1, clock.monotonic);
  WasiSubscription from = {};
  uint64_t until = clock.wall + 100 * microsecond;
  from.clock.timeout = until;
  from.clock.flags = SubclockAbstime;
  ASSERT_EQ(set.add(from), WASI_SUCCESS);
  clock.wall -= 60000 * millisecond;
  ASSERT_EQ(set.wait(thread), WASI_SUCCESS);
  EXPECT_GE(clock.wall, until);
  EXPECT_EQ(clock.sleeps, 60u);
  EXPECT_LE(clock.spins * clock.spinTime, SpinTail::most);
}

} // namespace
