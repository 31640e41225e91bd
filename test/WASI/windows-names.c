// On Windows, names that Win32 takes for something else than a file of that
// name are refused in every place of a path; elsewhere they are names.
// RUN: %run_wasi %s

#include "wasi_check.h"

static const char *const devices[] = {
    "CON",     "nul",  "Aux",         "PRN",           "COM1",     "lpt9",
    "NUL.txt", "CON ", "COM1 .x",     "LPT1.a.b",      "CONIN$",   "conout$",
    "COM0",    "NUL:", "COM\xc2\xb9", "LPT\xc2\xb3.x", "CON.ext. "};
static const char *const others[] = {
    "f:s", "f::$DATA", "C:foo", "a\\b",  "..\\secret", "\\\\?\\x",
    "a.",  "a ",       "a. .",  "a<b",   "a>b",        "a|b",
    "a?b", "a*b",      "a\"b",  "a\x01", "a\x1f"};

static void refused(const char *name, int error) {
  char path[64];
  __wasi_filestat_t stat;
  EQUAL(try_open(CWD, name, CREAT, WRITE), error);
  EQUAL(try_open(CWD, name, 0, READ), error);
  EQUAL(__wasi_path_filestat_get(CWD, 0, name, &stat), error);
  EQUAL(__wasi_path_create_directory(CWD, name), error);
  EQUAL(__wasi_path_unlink_file(CWD, name), error);
  EQUAL(__wasi_path_rename(CWD, "f", CWD, name), error);
  EQUAL(__wasi_path_link(CWD, 0, "f", CWD, name), error);
  sprintf(path, "d/%s", name);
  EQUAL(try_open(CWD, path, CREAT, WRITE), error);
  sprintf(path, "%s/f", name);
  EQUAL(try_open(CWD, path, 0, READ), error);
}

int main(void) {
  make_file("f", "text");
  OK(__wasi_path_create_directory(CWD, "d"));
  for (unsigned i = 0; i != sizeof devices / sizeof *devices; ++i) {
    if (on_windows())
      refused(devices[i], __WASI_ERRNO_NOENT);
    else
      make_file(devices[i], "a name like others");
  }
  for (unsigned i = 0; i != sizeof others / sizeof *others; ++i) {
    if (on_windows())
      refused(others[i], __WASI_ERRNO_INVAL);
    else
      make_file(others[i], "a name like others");
  }
  if (on_windows()) {
    refused("\xff", __WASI_ERRNO_ILSEQ);
    // Case is kept and does not matter.
    make_file("Case", "x");
    HOLDS(file_is(CWD, "cASE", "x"));
    EXPECT(EXIST, __wasi_path_create_directory(CWD, "case"));
    OK(__wasi_path_rename(CWD, "case", CWD, "CASE"));
  }
  make_file("gr\xc3\xbc\xc3\x9f"
            "e \xe2\x82\xac \xf0\x9f\x98\x80",
            "any script");
  HOLDS(file_is(CWD, "f", "text"));
  return failures;
}
