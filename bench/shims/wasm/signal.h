// For the real programs' modules: WASI has no signals; here are the names, and
// nothing ever happens.
#ifndef SHIM_SIGNAL_H
#define SHIM_SIGNAL_H

#include <__typedef_sigset_t.h>
#include <stdlib.h>

typedef int sig_atomic_t;

#define SIG_SETMASK 2
#define SIGKILL 9

static inline int sigfillset(sigset_t *set) { return (void)set, 0; }
static inline int sigprocmask(int how, const sigset_t *set, sigset_t *old) {
  return (void)how, (void)set, (void)old, 0;
}
static inline int raise(int number) { return (void)number, abort(), 0; }

#endif
