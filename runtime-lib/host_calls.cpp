// Marks the time that functions of the host take. Without guarded calls nothing
// asks.

#include "trap.h"

static void mark(bool isInHost) {
  if (findRecoveryPoint)
    if (RecoveryPoint *point = findRecoveryPoint())
      point->isInHost = isInHost;
}

extern "C" void wasmc_leave_guest() { mark(true); }
extern "C" void wasmc_enter_guest() { mark(false); }
