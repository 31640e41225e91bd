// Looks through the host's environment, which the guest may not see.

#include "environment_switch.h"
#include "os.h"

char environmentSwitch(const char *name) {
  if (os_is_elevated())
    return 0;
  for (const char *const *variable = os_environ(); *variable; ++variable) {
    const char *at = *variable;
    const char *rest = name;
    while (*rest && *at == *rest)
      ++at, ++rest;
    if (!*rest && at[0] == '=' && at[1] && !at[2])
      return at[1];
  }
  return 0;
}
