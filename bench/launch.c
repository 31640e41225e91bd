// launch REPORT COUNT COMMAND...: runs COMMAND COUNT times and writes a line on
// each run to the file REPORT: wall, user and system time in microseconds, the
// largest resident set in KiB, and the exit status (128 and the signal's number
// if it was killed). A small process of our own, because a child's resident set
// counts that of the process which started it.
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static long long microseconds(struct timeval time) {
  return time.tv_sec * 1000000LL + time.tv_usec;
}

int main(int argc, char **argv) {
  if (argc < 4)
    return 125;
  FILE *report = fopen(argv[1], "we");
  if (!report)
    return 125;
  for (int left = atoi(argv[2]); left > 0; --left) {
    pid_t child;
    int status;
    struct rusage usage;
    long long begin = now();
    if (posix_spawnp(&child, argv[3], 0, 0, argv + 3, environ) != 0)
      return 127;
    if (wait4(child, &status, 0, &usage) != child)
      return 125;
    fprintf(report, "%lld %lld %lld %ld %d\n", (now() - begin) / 1000,
            microseconds(usage.ru_utime), microseconds(usage.ru_stime),
            usage.ru_maxrss,
            WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
  }
  return fclose(report) ? 125 : 0;
}
