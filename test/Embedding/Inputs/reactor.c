/* A reactor that uses WASI. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORT(name) __attribute__((export_name(name)))

static int constructed;
__attribute__((constructor)) static void construct(void) { constructed = 42; }

EXPORT("constructed") int isConstructed(void) { return constructed; }
EXPORT("say") void say(int number) {
  printf("guest %d %s\n", number, getenv("COLOUR"));
  fflush(stdout);
}
EXPORT("leave") void leave(int code) { exit(code); }
EXPORT("close_output") int closeOutput(void) { return close(1); }
EXPORT("write_file") int writeFile(void) {
  int file = open("data/made", O_CREAT | O_WRONLY | O_TRUNC, 0666);
  return file < 0 ? -1 : (int)write(file, "made\n", 5);
}
EXPORT("allocate") void *allocate(int size) { return malloc(size); }
