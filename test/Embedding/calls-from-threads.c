/* Threads of the host trap on their own stacks, time after time.
 *
 * RUN: %run_host --ways lib,so,dll --imports %S/Inputs/plug-imports.c %s \
 * RUN:   %S/Inputs/plug.wat | FileCheck %s
 *
 * CHECK:      overflows 80, accesses 80, results 80
 * CHECK-NEXT: exit status 0
 */
#include "plug.h"
#include <stdio.h>

static plug_instance *plug;
static int overflows, accesses, results;

static void use(void) {
  int i;
  for (i = 0; i < 10; ++i) {
    int32_t sum = 0;
    overflows += plug_deep(plug, i, &sum) == WASMC_TRAP_CALL_STACK_EXHAUSTED;
    accesses +=
        plug_load(plug, -i, &sum) == (i ? WASMC_TRAP_OUT_OF_BOUNDS_MEMORY_ACCESS
                                        : WASMC_OK) ;
    results += plug_add(plug, i, 1, &sum) == WASMC_OK && sum == i + 1;
  }
}

#ifdef _WIN32
#include <windows.h>
static DWORD WINAPI run(void *unused) {
  (void)unused;
  use();
  return 0;
}
static void runThread(void) {
  HANDLE thread = CreateThread(NULL, 0, run, NULL, 0, NULL);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
}
#else
#include <pthread.h>
static void *run(void *unused) {
  use();
  return unused;
}
static void runThread(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, run, NULL);
  pthread_join(thread, NULL);
}
#endif

int main(void) {
  int user = 0, i;
  if (plug_instantiate(&plug, &user))
    return 1;
  for (i = 0; i < 8; ++i)
    runThread();
  printf("overflows %d, accesses %d, results %d\n", overflows, accesses,
         results);
  plug_free(plug);
  return 0;
}
