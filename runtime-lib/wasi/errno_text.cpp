// The words for users.

#include "errno_text.h"

const char *errnoText(WasiErrno error) {
  static const char texts[] =
#define WASI_ERRNO(name, number, text) text "\0"
#include "WasiErrno.def"
      ;
  return errno_words::find(texts, error);
}
