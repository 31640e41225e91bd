// Exit statuses pass through, and destructors and buffers are seen to.
// RUN: %run_all %s --exit 0 --args 0
// RUN: %run_all %s --exit 3 --args 3
// RUN: %run_all %s --exit 125 --args 125
// RUN: %run_all %s --exit 255 --args 255
// CHECK: buffered, at exit

#include <stdio.h>
#include <stdlib.h>

static void atEnd(void) { printf("at exit"); }

int main(int argc, char **argv) {
  atexit(atEnd);
  printf("buffered, ");
  exit(argc > 1 ? atoi(argv[1]) : 99);
}
