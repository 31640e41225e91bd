// What is turned on for the first is turned off after the last, and only then.

#include "windows/counted_bracket.h"
#include "gtest/gtest.h"
#include <thread>
#include <vector>

namespace {

int turns, level;

void turn(bool on) {
  ++turns;
  level += on ? 1 : -1;
  EXPECT_TRUE(level == 0 || level == 1) << "unbalanced";
}

TEST(CountedBracket, IsOnWhileAnybodyIsInside) {
  turns = level = 0;
  CountedBracket bracket(turn);
  bracket.enter();
  bracket.enter();
  EXPECT_EQ(level, 1);
  bracket.leave();
  EXPECT_EQ(level, 1);
  bracket.leave();
  EXPECT_EQ(level, 0);
  EXPECT_EQ(turns, 2);
}

TEST(CountedBracket, KeepsItsBalanceAcrossThreads) {
  turns = level = 0;
  CountedBracket bracket(turn);
  std::vector<std::thread> threads;
  for (int i = 0; i != 4; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k != 20000; ++k) {
        bracket.enter();
        bracket.leave();
      }
    });
  for (std::thread &thread : threads)
    thread.join();
  EXPECT_EQ(level, 0);
  EXPECT_GE(turns, 2);
}

} // namespace
