// The names for programmers.

#include "errno_text.h"

const char *errnoName(WasiErrno error) {
  static const char names[] =
#define WASI_ERRNO(name, number, text) #name "\0"
#include "WasiErrno.def"
      ;
  return errno_words::find(names, error);
}
