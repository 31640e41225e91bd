// Reads the policy blob (wasmc_abi.h): the runtime reads its own, the compiler
// that of a finished program.

#ifndef WASMC_POLICY_BLOB_H
#define WASMC_POLICY_BLOB_H

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
  // Whether all was read, and nothing was damaged.
  bool isComplete() const { return cursor && cursor == end && left == 0; }

private:
  bool read32(uint32_t *value);
  bool readText(TextView *text);

  const uint8_t *cursor = nullptr, *end = nullptr;
  uint32_t flagBits = 0, left = 0;
};

#endif
