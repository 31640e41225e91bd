/* A host's function that notes which instance calls it, and calls the second from
 * the first. Without a C library: a DLL contains it. */
#include "cell.h"

static char *put(char *at, const char *text) {
  while (*text)
    *at++ = *text++;
  *at = 0;
  return at;
}

int32_t env_told(wasmc_instance *instance, int32_t number) {
  void **user = instance->user;
  char *by = user[0];
  int32_t second = 0;
  if ((void *)instance != user[1]) {
    put(by, ", 2 by second");
    return number;
  }
  if (cell_tell(user[2], 2, &second) || second != 2)
    return -1;
  {
    char rest[32];
    put(rest, by);
    put(put(by, " by first"), rest);
  }
  return number;
}
