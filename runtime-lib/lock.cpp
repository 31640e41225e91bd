// Waiting for a lock. Not inline: MinGW's linker takes sections of one name to
// be one function, even if the symbols are those of different libraries.

#include "lock.h"

// Who has slept cannot know whether others still do: it holds the lock as
// contended.
void Lock::lockSlowly() {
  while (__atomic_exchange_n(&state, Contended, __ATOMIC_ACQUIRE) != Free)
    os_wait(&state, Contended, ~uint64_t(0));
}
