/* Threads of the host make, call and free instances of their own at once, and
 * what fails in one is told to its thread only.
 *
 * RUN: %run_host --ways lib,so,dll --imports %S/Inputs/plug-imports.c %s \
 * RUN:   %S/Inputs/plug.wat -- --instances=many | FileCheck %s
 *
 * CHECK:      wrong 0 of 200
 * CHECK-NEXT: error of this thread: divide
 * CHECK-NEXT: exit status 0
 */
#include "plug.h"
#include <stdio.h>
#include <string.h>

enum { threadCount = 4, rounds = 50 };
static int user, wrong[threadCount], done[threadCount];

static void use(int number) {
  int i;
  for (i = 0; i < rounds; ++i) {
    plug_instance *plug;
    int32_t sum = 0, pages = 0;
    int bad = plug_instantiate(&plug, &user);
    if (!bad) {
      bad |= plug_load(plug, -1, &sum) != WASMC_TRAP_OUT_OF_BOUNDS_MEMORY_ACCESS;
      bad |= strcmp(plug_error(), "out of bounds memory access");
      if (number % 2)
        bad |= plug_deep(plug, i, &sum) != WASMC_TRAP_CALL_STACK_EXHAUSTED;
      bad |= plug_add(plug, i, number, &sum) || sum != i + number;
      bad |= plug_grow(plug, number, &pages) || pages != 1;
      bad |= plug_memory_size(plug) != 65536u * (1 + number);
      plug_free(plug);
    }
    wrong[number] += bad != 0;
    ++done[number];
  }
}

#ifdef _WIN32
#include <windows.h>
static DWORD WINAPI run(void *number) {
  use((int)(intptr_t)number);
  return 0;
}
typedef HANDLE Thread;
static Thread start(int number) {
  return CreateThread(NULL, 0, run, (void *)(intptr_t)number, 0, NULL);
}
static void join(Thread thread) { WaitForSingleObject(thread, INFINITE); }
#else
#include <pthread.h>
static void *run(void *number) {
  use((int)(intptr_t)number);
  return NULL;
}
typedef pthread_t Thread;
static Thread start(int number) {
  Thread thread;
  pthread_create(&thread, NULL, run, (void *)(intptr_t)number);
  return thread;
}
static void join(Thread thread) { pthread_join(thread, NULL); }
#endif

int main(void) {
  Thread threads[threadCount];
  plug_instance *plug;
  int i, sum = 0, all = 0;
  if (plug_instantiate(&plug, &user) || !plug_divide(plug, 1, 0, NULL, NULL))
    return 1;
  for (i = 0; i < threadCount; ++i)
    threads[i] = start(i);
  for (i = 0; i < threadCount; ++i) {
    join(threads[i]);
    sum += wrong[i];
    all += done[i];
  }
  printf("wrong %d of %d\n", sum, all);
  printf("error of this thread: %s\n",
         strstr(plug_error(), "divide") ? "divide" : plug_error());
  plug_free(plug);
  return 0;
}
