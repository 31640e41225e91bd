// Ten thousand files in a hundred directories: made, walked, removed.
// RUN: %run_wasi %s --timeout 1200

#include "wasi_check.h"
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

static long files, bytes;

static void walk(const char *path) {
  DIR *directory = opendir(path);
  HOLDS(directory);
  for (struct dirent *entry; directory && (entry = readdir(directory));) {
    char inner[64];
    struct stat status;
    if (entry->d_name[0] == '.')
      continue;
    sprintf(inner, "%s/%s", path, entry->d_name);
    EQUAL(stat(inner, &status), 0);
    if (S_ISDIR(status.st_mode)) {
      walk(inner);
      EQUAL(rmdir(inner), 0);
      continue;
    }
    ++files;
    bytes += status.st_size;
    EQUAL(unlink(inner), 0);
  }
  closedir(directory);
}

int main(void) {
  enum { PER_DIRECTORY = 100 };
  for (int i = 0; i != 100; ++i) {
    char path[64];
    sprintf(path, "d%d", i);
    EQUAL(mkdir(path, 0777), 0);
    for (int j = 0; j != PER_DIRECTORY; ++j) {
      sprintf(path, "d%d/file%d", i, j);
      make_file(path, "12345");
    }
  }
  walk(".");
  EQUAL(files, 100 * PER_DIRECTORY);
  EQUAL(bytes, 500 * PER_DIRECTORY);
  walk(".");
  EQUAL(files, 100 * PER_DIRECTORY);
  return failures;
}
