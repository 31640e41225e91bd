// poll_oneoff's arithmetic: with a clock of our own, no time passes.

#include "wasi/poll/poll_plan.h"
#include "gtest/gtest.h"
#include <vector>

namespace {

constexpr uint64_t second = 1000000000;

WasiSubscription clockAt(uint32_t id, uint64_t timeout, bool absolute = false) {
  WasiSubscription subscription = {};
  subscription.tag = EventClock;
  subscription.clock.id = id;
  subscription.clock.timeout = timeout;
  subscription.clock.flags = absolute ? SubclockAbstime : 0;
  return subscription;
}

class PollPlan : public testing::Test {
protected:
  WasiErrno add(const WasiSubscription &subscription) {
    waits.emplace_back();
    return planSubscription(subscription, now.monotonic, &waits.back());
  }
  bool due() { return markDueClocks(waits.data(), waits.size(), now); }
  OsWake wake(uint64_t lead = 0) {
    return nextWake(waits.data(), waits.size(), now, timer, lead);
  }
  uint64_t look() { return wake().monotonic; }
  void pass(uint64_t time) {
    now.monotonic += time;
    now.wall += time;
  }

  OsTimer timer = {0, pollNever, second, false};
  PollTime now = {5 * second, 1000000 * second};
  std::vector<PollWait> waits;
};

TEST_F(PollPlan, ARelativeTimeIsDueThenAndNotBefore) {
  for (uint32_t id : {ClockRealtime, ClockMonotonic}) {
    waits.clear();
    ASSERT_EQ(add(clockAt(id, 50000)), WASI_SUCCESS);
    EXPECT_FALSE(due());
    EXPECT_EQ(look(), now.monotonic + 50000);
    pass(49999);
    EXPECT_FALSE(due());
    pass(1);
    EXPECT_TRUE(due());
  }
}

TEST_F(PollPlan, NoTimeIsDueAtOnce) {
  add(clockAt(ClockMonotonic, 0));
  EXPECT_TRUE(due());
}

TEST_F(PollPlan, TheLargestTimeIsNever) {
  add(clockAt(ClockMonotonic, UINT64_MAX));
  add(clockAt(ClockRealtime, UINT64_MAX, true));
  EXPECT_EQ(look(), pollNever);
  now = {UINT64_MAX, UINT64_MAX};
  EXPECT_FALSE(due());
}

TEST_F(PollPlan, TimesBeyondSigned64BitsSaturate) {
  for (uint64_t timeout :
       {uint64_t(1) << 63, (uint64_t(1) << 63) + 1, UINT64_MAX - second}) {
    waits.clear();
    add(clockAt(ClockMonotonic, timeout));
    EXPECT_FALSE(due()) << timeout;
    EXPECT_GE(look(), timeout);
  }
}

TEST_F(PollPlan, MillisecondsBeyond32BitsAreKept) {
  for (uint64_t milliseconds : {1ull << 31, 1ull << 32}) {
    waits.clear();
    add(clockAt(ClockMonotonic, milliseconds * 1000000));
    EXPECT_EQ(look(), now.monotonic + milliseconds * 1000000);
  }
}

TEST_F(PollPlan, AnAbsoluteTimeIsOfItsClock) {
  add(clockAt(ClockMonotonic, now.monotonic + 10, true));
  add(clockAt(ClockRealtime, now.wall + 20, true));
  EXPECT_EQ(look(), now.monotonic + 10);
  pass(10);
  EXPECT_TRUE(due());
  EXPECT_TRUE(waits[0].ready);
  EXPECT_FALSE(waits[1].ready);
  pass(10);
  due();
  EXPECT_TRUE(waits[1].ready);
}

TEST_F(PollPlan, APastAbsoluteTimeIsDueAtOnce) {
  add(clockAt(ClockMonotonic, 0, true));
  add(clockAt(ClockRealtime, now.wall - 1, true));
  EXPECT_TRUE(due());
  EXPECT_TRUE(waits[0].ready && waits[1].ready);
}

TEST_F(PollPlan, TheWallClockMayBeSet) {
  add(clockAt(ClockRealtime, now.wall + 3600 * second, true));
  add(clockAt(ClockRealtime, 3600 * second));
  EXPECT_EQ(look(), now.monotonic + second) << "it is looked at again";
  now.wall += 3600 * second;
  EXPECT_TRUE(due());
  EXPECT_TRUE(waits[0].ready);
  EXPECT_FALSE(waits[1].ready) << "a duration does not follow it";
}

TEST_F(PollPlan, AWallClockSetBackMakesItsTimeLater) {
  add(clockAt(ClockRealtime, now.wall + 10, true));
  now.wall -= 3600 * second;
  now.monotonic += 10;
  EXPECT_FALSE(due());
  EXPECT_EQ(look(), now.monotonic + second);
}

TEST_F(PollPlan, ATimerThatFollowsTheWallClockNeedsNoSlices) {
  timer.wallSlice = pollNever;
  add(clockAt(ClockRealtime, now.wall + 3600 * second, true));
  EXPECT_EQ(wake().wall, now.wall + 3600 * second);
  EXPECT_EQ(wake().monotonic, pollNever);
}

TEST_F(PollPlan, LongTimesAreSliced) {
  timer.slice = 10 * second;
  add(clockAt(ClockMonotonic, 3600 * second));
  EXPECT_EQ(look(), now.monotonic + 10 * second);
  pass(3595 * second);
  EXPECT_EQ(look(), now.monotonic + 5 * second);
}

TEST_F(PollPlan, TheLeadShortensWhatIsNotImprecise) {
  add(clockAt(ClockMonotonic, second));
  EXPECT_EQ(wake(1000).monotonic, now.monotonic + second - 1000);
  waits[0].precision = 1000;
  EXPECT_EQ(wake(1000).monotonic, now.monotonic + second);
  add(clockAt(ClockMonotonic, 500, true));
  EXPECT_EQ(wake(1000).monotonic, 0u) << "no time before 0";
}

TEST_F(PollPlan, TheEarliestOfManyCounts) {
  for (uint64_t timeout : {50, 5, 10, 5})
    add(clockAt(ClockMonotonic, timeout));
  EXPECT_EQ(look(), now.monotonic + 5);
  pass(5);
  EXPECT_TRUE(due());
  EXPECT_TRUE(waits[1].ready && waits[3].ready);
  EXPECT_FALSE(waits[0].ready || waits[2].ready);
}

TEST_F(PollPlan, CpuClocksAreAnEventWithAnError) {
  for (uint32_t id : {ClockProcessCputime, ClockThreadCputime}) {
    waits.clear();
    ASSERT_EQ(add(clockAt(id, second)), WASI_SUCCESS);
    EXPECT_TRUE(due());
    EXPECT_EQ(eventOf(waits[0]).error, WASI_ENOTSUP);
  }
}

TEST_F(PollPlan, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(add(clockAt(4, 0)), WASI_EINVAL);
  WasiSubscription subscription = clockAt(0, 0);
  subscription.clock.flags = 2;
  EXPECT_EQ(add(subscription), WASI_EINVAL);
  subscription.clock.flags = 0;
  subscription.tag = 3;
  EXPECT_EQ(add(subscription), WASI_EINVAL);
}

TEST_F(PollPlan, EventsEchoTheirSubscription) {
  WasiSubscription subscription = {};
  subscription.userdata = UINT64_MAX;
  subscription.tag = EventFdRead;
  subscription.io.fd = 7;
  ASSERT_EQ(add(subscription), WASI_SUCCESS);
  EXPECT_EQ(waits[0].fd, 7u);
  EXPECT_EQ(look(), pollNever);
  waits[0].ready = waits[0].hangup = true;
  waits[0].bytes = 12;
  WasiEvent event = eventOf(waits[0]);
  EXPECT_EQ(event.userdata, UINT64_MAX);
  EXPECT_EQ(event.type, EventFdRead);
  EXPECT_EQ(event.nbytes, 12u);
  EXPECT_EQ(event.flags, EventFdHangup);
}

} // namespace
