// Files in a granted directory: written, read back, sought, renamed, removed.
// REQUIRES: node
// RUN: rm -rf %t.dir && mkdir -p %t.dir
// RUN: %run_all %s --like-node --dir %t.dir::/w
// RUN: ls %t.dir | count 0

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int byName(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list(const char *path) {
  char *names[64];
  int count = 0;
  DIR *dir = opendir(path);
  for (struct dirent *entry; (entry = readdir(dir));)
    if (entry->d_name[0] != '.')
      names[count++] = strdup(entry->d_name);
  closedir(dir);
  qsort(names, count, sizeof *names, byName);
  printf("%s:", path);
  for (int i = 0; i < count; ++i)
    printf(" %s", names[i]);
  printf("\n");
}

static void say(const char *what, int result) {
  printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
}

int main(void) {
  FILE *file = fopen("/w/a.bin", "wb+");
  for (int i = 0; i < 100000; ++i)
    fputc(i * 7 & 255, file);
  fseek(file, 5000, SEEK_SET);
  fwrite("marked", 1, 6, file);
  fseek(file, -100, SEEK_END);
  printf("position %ld, byte %d\n", ftell(file), fgetc(file));
  rewind(file);
  unsigned sum = 0;
  for (int c; (c = fgetc(file)) != EOF;)
    sum = sum * 31 + c;
  printf("sum %u\n", sum);
  fclose(file);

  file = fopen("/w/a.bin", "ab");
  fputs("tail", file);
  fclose(file);
  struct stat status;
  say("stat", stat("/w/a.bin", &status));
  printf("size %lld, regular %d\n", (long long)status.st_size,
         S_ISREG(status.st_mode));
  int fd = open("/w/a.bin", O_RDWR);
  say("truncate", ftruncate(fd, 10));
  char bytes[20] = "";
  say("pread", (int)pread(fd, bytes, 20, 4));
  say("pwrite", (int)pwrite(fd, "XY", 2, 30));
  say("seek", (int)lseek(fd, 0, SEEK_END));
  close(fd);

  say("mkdir", mkdir("/w/sub", 0777));
  say("mkdir again", mkdir("/w/sub", 0777));
  say("rename", rename("/w/a.bin", "/w/sub/b.bin"));
  say("open missing", open("/w/a.bin", O_RDONLY));
  say("exclusive", open("/w/sub/b.bin", O_CREAT | O_EXCL | O_WRONLY, 0666));
  say("outside", open("/w/../../etc/passwd", O_RDONLY));
  list("/w");
  list("/w/sub");
  say("rmdir full", rmdir("/w/sub"));
  say("unlink", unlink("/w/sub/b.bin"));
  say("rmdir", rmdir("/w/sub"));
  list("/w");
  return 0;
}
