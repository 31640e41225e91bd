// Words for errno numbers, from WasiErrno.def.

#ifndef WASMC_WASI_ERRNO_TEXT_H
#define WASMC_WASI_ERRNO_TEXT_H

#include "wasi_errno.h"

// "No such file or directory". `error` is one of the table's.
const char *errnoText(WasiErrno error);
// "ENOENT"
const char *errnoName(WasiErrno error);

// The words are strings with a zero byte between, for a table of pointers would
// have to be relocated, and are found by counting.
namespace errno_words {
constexpr uint16_t numbers[] = {
#define WASI_ERRNO(name, number, text) number,
#include "WasiErrno.def"
};
constexpr bool areInOrder() {
  for (uint16_t i = 0; i != sizeof(numbers) / sizeof(*numbers); ++i)
    if (numbers[i] != i)
      return false;
  return true;
}
static_assert(areInOrder());

inline const char *find(const char *words, uint16_t number) {
  while (number--)
    while (*words++) {
    }
  return words;
}
} // namespace errno_words

#endif
