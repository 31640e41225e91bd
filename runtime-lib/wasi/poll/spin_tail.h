// How long before its deadline a wait stops sleeping and watches the clock
// instead. A timer that ends a wait late by up to its quantum cannot be exact;
// a sleep shortened by the lateness usually seen, and a loop for the rest, can.
// The lead follows the lateness observed: about one sleep in twenty is later.

#ifndef WASMC_WASI_SPIN_TAIL_H
#define WASMC_WASI_SPIN_TAIL_H

#include <stdint.h>

struct SpinTail {
  // Nanoseconds; 0 until the first use. A wait burns at most this.
  uint64_t lead;

  // A burden on the processor must stay small whatever was observed, and a
  // loop of less than the least would be left to luck.
  static constexpr uint64_t least = 100000, most = 1500000;

  void begin(uint64_t quantum) {
    if (!lead)
      lead = clamp(2 * quantum + 200000);
  }

  // A sleep ended `lateness` after the time that its timer was set to. Steps in
  // a proportion of 19 to 1 settle where 1 of 20 goes up.
  void learn(uint64_t lateness) {
    constexpr uint64_t step = 5000;
    lead = clamp(lateness > lead ? lead + 19 * step : lead - step);
  }

private:
  static uint64_t clamp(uint64_t value) {
    return value < least ? least : value > most ? most : value;
  }
};

#endif
