// What the program may use of the host: the rows that the compiler put into
// the program (abi/wasmc_abi.h, "Policy blob"), and what the user adds when
// starting it.

#ifndef WASMC_WASI_POLICY_H
#define WASMC_WASI_POLICY_H

#include <stddef.h>
#include <stdint.h>

struct TextView { // bytes, not terminated
  const char *data;
  size_t size;
};

inline TextView viewOf(const char *text) {
  size_t size = 0;
  while (text[size])
    ++size;
  return {text, size};
}

struct PolicyRow {
  uint8_t kind; // WASMC_POLICY_*
  TextView first, second;
};

// Reads the rows of a policy blob in order. A null or damaged blob grants
// nothing from the damage on.
class PolicyReader {
public:
  explicit PolicyReader(const uint8_t *blob);

  bool next(PolicyRow *row);
  uint32_t flags() const { return flagBits; }

private:
  bool read32(uint32_t *value);
  bool readText(TextView *text);

  const uint8_t *cursor = nullptr, *end = nullptr;
  uint32_t flagBits = 0, left = 0;
};

// The value of the host's environment variable `name` if the user may extend
// the policy with it; null if it is unset, the policy is locked or the process
// has raised privileges.
const char *policyVariable(const char *name);

// Takes the next item of a list separated by ';' off `list`. False at its end.
bool nextItem(TextView *list, TextView *item);

// Takes the next "HOST[::GUEST]" of a list separated by ';' off `list`. False
// at its end. Without "::" both are the same text.
bool nextDirectory(TextView *list, TextView *host, TextView *guest);

#endif
