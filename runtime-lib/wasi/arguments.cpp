// argv: the policy's rows around the host's.

#include "guest_strings.h"

// A library's host has arguments of its own.
static const char *const *programArguments() {
  static const char *const none[] = {nullptr};
  return wasmc_module.isLibrary ? none : os_args();
}

ArgumentReader::ArgumentReader()
    : rows(wasmc_module.policy), host(programArguments()) {}

bool ArgumentReader::next(StringParts *string) {
  *string = {};
  PolicyRow row;
  if (first) {
    first = false;
    bool replaced = false;
    for (PolicyReader all(wasmc_module.policy); all.next(&row);)
      if (row.kind == WASMC_POLICY_ARGV0) {
        string->parts[0] = row.first;
        replaced = true;
      }
    bool any = *host != nullptr;
    if (any && !replaced)
      string->parts[0] = viewOf(*host);
    if (any)
      ++host;
    if (any || replaced)
      return true;
  }
  while (rows.next(&row))
    if (row.kind == WASMC_POLICY_ARG) {
      string->parts[0] = row.first;
      return true;
    }
  if (!*host)
    return false;
  string->parts[0] = viewOf(*host++);
  return true;
}
