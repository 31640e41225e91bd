// Names that come and go while a directory is read neither repeat nor vanish;
// starting again shows what is there now.
// RUN: %run_wasi %s

#include "wasi_check.h"

// The names from `cookie` on, separated by spaces; "." and ".." left out.
static const char *list_names(uint64_t cookie, uint64_t *next, unsigned limit) {
  static uint8_t buffer[2048];
  static char text[512];
  __wasi_size_t used;
  text[0] = 0;
  OK(__wasi_fd_readdir(CWD, buffer, sizeof buffer, cookie, &used));
  for (__wasi_size_t at = 0; at != used && limit; --limit) {
    __wasi_dirent_t head;
    memcpy(&head, buffer + at, 24);
    if (buffer[at + 24] != '.') {
      strncat(text, (char *)buffer + at + 24, head.d_namlen);
      strcat(text, " ");
    }
    *next = head.d_next;
    at += 24 + head.d_namlen;
  }
  return text;
}

int main(void) {
  char first[512];
  uint64_t next = 0;
  make_file("a", "");
  make_file("b", "");
  make_file("c", "");
  EQUAL(strlen(list_names(0, &next, 9)), 6);
  strcpy(first, list_names(0, &next, 3)); // ".", ".." and one more
  EQUAL(strlen(first), 2);
  OK(__wasi_path_unlink_file(CWD, "a"));
  OK(__wasi_path_unlink_file(CWD, "b"));
  make_file("d", "");
  strcat(first, list_names(next, &next, 9));
  EQUAL(strlen(first), 6);
  for (const char *name = "abc"; *name; ++name)
    HOLDS(strchr(first, *name));
  HOLDS(!strchr(first, 'd'));
  const char *now = list_names(0, &next, 9);
  EQUAL(strlen(now), 4);
  HOLDS(strchr(now, 'c') && strchr(now, 'd'));
  return failures;
}
