// One line for the user of a program that failed, where the reason may be a
// directory that it was not given: C libraries then tell the guest of a missing
// file, which the user sees to be there.

#include "directory_hint.h"
#include "policy.h"
#include "preopens.h"
#include "runtime.h"

WasiErrno noteEscape(WasiErrno error) {
  if (error == WASI_ENOTCAPABLE)
    missedDirectory = true;
  return error;
}

void explainFailure() {
  OsStdio stream;
  if (!missedDirectory || os_stdio(2, &stream) != WASI_SUCCESS ||
      !stream.terminal || !userMayExtendPolicy())
    return;
  static const char hint[] =
      "hint: does it lack a directory? WASMC_DIR=HOST::GUEST (or --dir) gives "
      "one\n";
  os_write_error(hint, sizeof(hint) - 1);
}
