// The environment: the policy's rows, then what it inherits.

#include "guest_strings.h"

namespace {

bool startsWith(const char *text, const char *prefix) {
  while (*prefix && *text == *prefix)
    ++text, ++prefix;
  return !*prefix;
}

// Whether `variable` is "KEY=..." or "KEY".
bool hasKey(const char *variable, TextView key) {
  for (size_t i = 0; i != key.size; ++i)
    if (variable[i] != key.data[i])
      return false; // the terminator is no byte of a key
  return variable[key.size] == '=' || variable[key.size] == 0;
}

} // namespace

EnvironmentReader::EnvironmentReader()
    : rows(wasmc_module.policy), host(os_environ()) {
  inheritAll = rows.flags() & WASMC_POLICY_INHERIT_ENV;
  const char *wish = policyVariable("WASMC_ENV");
  inheritAll |= wish && startsWith(wish, "inherit") && !wish[7];
}

bool EnvironmentReader::passes(const char *variable) const {
  if (startsWith(variable, "WASMC_"))
    return false;
  bool inherited = inheritAll;
  PolicyRow row;
  for (PolicyReader all(wasmc_module.policy); all.next(&row);) {
    if (row.kind == WASMC_POLICY_ENV && hasKey(variable, row.first))
      return false;
    if (row.kind == WASMC_POLICY_INHERIT_VAR && hasKey(variable, row.first))
      inherited = true;
  }
  return inherited;
}

bool EnvironmentReader::next(StringParts *string) {
  PolicyRow row;
  while (rows.next(&row))
    if (row.kind == WASMC_POLICY_ENV) {
      *string = {{row.first, {"=", 1}, row.second}};
      return true;
    }
  for (; *host; ++host)
    if (passes(*host)) {
      *string = {{viewOf(*host++), {nullptr, 0}, {nullptr, 0}}};
      return true;
    }
  return false;
}
