// What the whole runtime library may use: the four memory functions every
// compiler expects, the fatal error, and small text helpers. No libc exists.

#ifndef WASMC_RUNTIME_H
#define WASMC_RUNTIME_H

#include "text.h"
#include <stddef.h>
#include <stdint.h>

extern "C" {
void *memcpy(void *to, const void *from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *left, const void *right, size_t size);
}

// Prints "wasmc runtime error: <message>" and exits with 125: the program
// could not run, which is not the guest's doing and so never a trap.
[[noreturn]] void fatal(const char *message);

// What a user should know at the end of a guest that failed. A program without
// path_open is linked without the definition in wasi/directory_hint.cpp; then
// this does nothing.
void explainFailure();

// How a library ends a call where a program ends. Each returns if no call is to
// end.
struct HostHooks {
  void (*fail)(const char *message);
  void (*exit)(uint32_t code);
};
extern const HostHooks *hostHooks; // null in a program

// The exit code of a failed runtime, and of a trap.
constexpr uint32_t runtimeErrorExitCode = 125;
constexpr uint32_t trapExitCode = 134;

#endif
