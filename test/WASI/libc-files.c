// The C library's files and directories: what programs really call.
// RUN: %run_wasi %s

#include "wasi_check.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static void streams(void) {
  char line[64];
  FILE *file = fopen("notes.txt", "w+");
  HOLDS(file);
  for (int i = 0; i != 1000; ++i)
    fprintf(file, "line %d\r\n", i);
  EQUAL(fseek(file, 0, SEEK_SET), 0);
  for (int i = 0; i != 1000; ++i) {
    char expected[64];
    sprintf(expected, "line %d\r\n", i);
    HOLDS(fgets(line, sizeof line, file) && !strcmp(line, expected));
  }
  HOLDS(!fgets(line, sizeof line, file) && feof(file));
  EQUAL(ftell(file), 9890);
  fclose(file);
  file = fopen("notes.txt", "a");
  fputs("more", file);
  fclose(file);
  struct stat status;
  EQUAL(stat("notes.txt", &status), 0);
  EQUAL(status.st_size, 9894);
  HOLDS(S_ISREG(status.st_mode));
}

static void directories(void) {
  EQUAL(mkdir("sub", 0777), 0);
  EQUAL(mkdir("sub", 0777), -1);
  EQUAL(errno, EEXIST);
  fclose(fopen("sub/one", "w"));
  fclose(fopen("sub/two", "w"));
  EQUAL(access("sub/one", F_OK), 0);
  DIR *directory = opendir("sub");
  int count = 0;
  for (struct dirent *entry; (entry = readdir(directory));)
    count += entry->d_name[0] != '.';
  EQUAL(count, 2);
  rewinddir(directory);
  HOLDS(readdir(directory));
  closedir(directory);
  EQUAL(rmdir("sub"), -1);
  EQUAL(errno, ENOTEMPTY);
  EQUAL(rename("sub/one", "sub/three"), 0);
  EQUAL(remove("sub/two"), 0);
  EQUAL(unlink("sub/three"), 0);
  EQUAL(rmdir("sub"), 0);
  EQUAL(open("/etc/passwd", O_RDONLY), -1);
  EQUAL(open("missing", O_RDONLY), -1);
  EQUAL(errno, ENOENT);
  HOLDS(!fopen("ro/f", "w"));
  FILE *file = fopen("ro/f", "r");
  HOLDS(file && fgetc(file) == 'r');
}

int main(void) {
  streams();
  directories();
  int fd = open("notes.txt", O_RDWR);
  EQUAL(ftruncate(fd, 4), 0);
  EQUAL(lseek(fd, 0, SEEK_END), 4);
  EQUAL(lseek(0, 0, SEEK_CUR) == -1 ? errno : 0, 0); // from /dev/null
  struct timespec times[2] = {{1000, 0}, {2000, 0}};
  EQUAL(futimens(fd, times), 0);
  struct stat status;
  EQUAL(fstat(fd, &status), 0);
  EQUAL(status.st_mtim.tv_sec, 2000);
  close(fd);
  return failures;
}
