// Reading a directory can go on from every cookie; "." and ".." come first,
// with inodes; past the end there is nothing.
// RUN: %run_wasi %s

#include "wasi_check.h"

struct entry {
  __wasi_dirent_t head;
  char name[32];
};

// Parses the whole directory; the number of entries.
static int list(struct entry *entries, uint64_t cookie) {
  static uint8_t buffer[4096];
  __wasi_size_t used = 0;
  int count = 0;
  OK(__wasi_fd_readdir(CWD, buffer, sizeof buffer, cookie, &used));
  HOLDS(used < sizeof buffer);
  for (__wasi_size_t at = 0; at != used; ++count) {
    struct entry *entry = &entries[count];
    memset(entry, 0, sizeof *entry);
    memcpy(&entry->head, buffer + at, 24);
    memcpy(entry->name, buffer + at + 24, entry->head.d_namlen);
    at += 24 + entry->head.d_namlen;
  }
  return count;
}

int main(void) {
  struct entry all[8], rest[8];
  __wasi_filestat_t stat;
  __wasi_size_t used = 99;
  make_file("file", "x");
  make_file("\xc3\xbcml\xc3\xa4ut", "");
  OK(__wasi_path_create_directory(CWD, "directory"));
  EQUAL(list(all, 0), 5);
  HOLDS(!strcmp(all[0].name, ".") && !strcmp(all[1].name, ".."));
  OK(__wasi_fd_filestat_get(CWD, &stat));
  EQUAL(all[0].head.d_ino, stat.ino);
  HOLDS(all[1].head.d_ino != 0);
  EQUAL(all[1].head.d_type, __WASI_FILETYPE_DIRECTORY);
  for (int i = 2; i != 5; ++i) {
    OK(__wasi_path_filestat_get(CWD, 0, all[i].name, &stat));
    EQUAL(all[i].head.d_ino, stat.ino);
    EQUAL(all[i].head.d_type, stat.filetype);
  }
  for (int i = 0; i != 5; ++i) {
    EQUAL(list(rest, all[i].head.d_next), 4 - i);
    HOLDS(i == 4 || !strcmp(rest[0].name, all[i + 1].name));
  }
  for (uint64_t cookie = 6; cookie; cookie = cookie > 100 ? 0 : cookie * 10)
    EQUAL(list(rest, cookie), 0);
  EQUAL(list(rest, ~0ull), 0);
  OK(__wasi_fd_readdir(CWD, (uint8_t *)rest, 0, 0, &used));
  EQUAL(used, 0);
  return failures;
}
