// One string with zero bytes between the words: no table of pointers, which
// would have to be relocated.

#include "errno_text.h"

namespace {

constexpr char texts[] =
#define WASI_ERRNO(name, number, text) text "\0"
#include "WasiErrno.def"
    ;

// The words are found by counting.
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

} // namespace

const char *errnoText(WasiErrno error) {
  const char *text = texts;
  for (uint16_t left = error; left; --left)
    while (*text++) {
    }
  return text;
}
