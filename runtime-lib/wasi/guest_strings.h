// argv and the environment as the guest sees them, and the code that the four
// functions of args_* and environ_* share.

#ifndef WASMC_WASI_GUEST_STRINGS_H
#define WASMC_WASI_GUEST_STRINGS_H

#include "guest_memory.h"
#include "policy.h"

// A string given to the guest is these parts one after the other.
struct StringParts {
  TextView parts[3];
  uint64_t size() const {
    return parts[0].size + parts[1].size + parts[2].size;
  }
};

// argv[0] or its replacement, the arguments the policy adds, then the user's.
class ArgumentReader {
public:
  ArgumentReader();
  bool next(StringParts *string);

private:
  PolicyReader rows;
  const char *const *host;
  bool first = true;
};

// The policy's variables, then those it takes from the host unless it sets
// them itself. The host's WASMC_ variables are for the runtime alone.
class EnvironmentReader {
public:
  EnvironmentReader();
  bool next(StringParts *string);

private:
  bool passes(const char *variable) const;

  PolicyReader rows;
  const char *const *host;
  bool inheritAll;
};

// Stores the number of strings and their total size with terminators.
// EFAULT: a result lies outside memory; EOVERFLOW: more than 32 bits hold.
template <class Reader>
WasiErrno storeStringSizes(uint32_t countAddress, uint32_t sizeAddress) {
  if (!guestValid(countAddress, 4) || !guestValid(sizeAddress, 4))
    return WASI_EFAULT;
  uint64_t count = 0, size = 0;
  StringParts string;
  for (Reader reader; reader.next(&string); ++count)
    size += string.size() + 1;
  if (count > UINT32_MAX || size > UINT32_MAX)
    return WASI_EOVERFLOW;
  guestStore(countAddress, uint32_t(count));
  guestStore(sizeAddress, uint32_t(size));
  return WASI_SUCCESS;
}

// Stores the strings at `buffer` and pointers to them at `pointers`. EFAULT:
// either does not fit memory; then nothing is written.
template <class Reader>
WasiErrno storeStrings(uint32_t pointers, uint32_t buffer) {
  uint64_t count = 0, size = 0;
  StringParts string;
  for (Reader reader; reader.next(&string); ++count)
    size += string.size() + 1;
  if (!guestValid(pointers, count * 4) || !guestValid(buffer, size))
    return WASI_EFAULT;
  for (Reader reader; reader.next(&string); pointers += 4) {
    guestStore(pointers, buffer);
    for (TextView part : string.parts) {
      __builtin_memcpy(guestPointer(buffer), part.data, part.size);
      buffer += uint32_t(part.size);
    }
    guestStore(buffer++, char(0));
  }
  return WASI_SUCCESS;
}

#endif
