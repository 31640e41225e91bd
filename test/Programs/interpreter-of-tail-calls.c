// An interpreter whose instructions tail-call the next one through a table of
// handlers: it runs a hundred million of them on a constant stack.
// RUN: clang-19 -O2 %s -o %t.native
// RUN: %t.native > %t.expected
// RUN: %clang_wasi -mtail-call -O2 %s -o %t.wasm
// RUN: %wasmc --dump %t.wasm | FileCheck %s
// RUN: %run_all %t.wasm --expect %t.expected
// CHECK: return_call_indirect
#include <stdint.h>
#include <stdio.h>

typedef struct {
  const int32_t *code;
  int64_t memory[8];
  uint64_t steps;
} Machine;
typedef int64_t Handler(Machine *machine, const int32_t *pc, int64_t *top,
                        int64_t accumulator);
static Handler *const handlers[];

#define HANDLER(name)                                                          \
  static int64_t name(Machine *machine, const int32_t *pc, int64_t *top,       \
                      int64_t accumulator)
#define NEXT(pc, top, accumulator)                                             \
  do {                                                                         \
    ++machine->steps;                                                          \
    __attribute__((musttail)) return handlers[*(pc)](machine, pc, top,         \
                                                     accumulator);             \
  } while (0)

HANDLER(constant) { NEXT(pc + 2, top, pc[1]); }
HANDLER(push) {
  *top = accumulator;
  NEXT(pc + 1, top + 1, accumulator);
}
HANDLER(load) { NEXT(pc + 2, top, machine->memory[pc[1]]); }
HANDLER(store) {
  machine->memory[pc[1]] = accumulator;
  NEXT(pc + 2, top, accumulator);
}
HANDLER(add) {
  NEXT(pc + 1, top - 1, (int64_t)((uint64_t)top[-1] + accumulator));
}
HANDLER(multiply) {
  NEXT(pc + 1, top - 1, (int64_t)((uint64_t)top[-1] * accumulator));
}
HANDLER(less) { NEXT(pc + 1, top - 1, top[-1] < accumulator); }
HANDLER(jumpIf) {
  NEXT(accumulator ? machine->code + pc[1] : pc + 2, top, accumulator);
}
HANDLER(print) {
  printf("%lld after %llu\n", (long long)accumulator,
         (unsigned long long)machine->steps);
  NEXT(pc + 1, top, accumulator);
}
HANDLER(halt) { return top == (int64_t *)0 ? -1 : accumulator; }

enum { Constant, Push, Load, Store, Add, Multiply, Less, JumpIf, Print, Halt };
static Handler *const handlers[] = {constant, push,   load,  store, add,
                                    multiply, less, jumpIf, print, halt};

int main(void) {
  // memory[0] counts, memory[1] is a linear congruential generator's state.
  static const int32_t program[] = {
      Constant, 0, Store, 0, Constant, 1, Store, 1,
      /* 8 */ Load, 1, Push, Constant, 1103515245, Multiply, Push, Constant,
      12345, Add, Store, 1,
      /* 20 */ Load, 0, Push, Constant, 1, Add, Store, 0,
      /* 28 */ Push, Constant, 7000000, Less, JumpIf, 8,
      /* 34 */ Load, 1, Print, Load, 0, Print, Halt};
  int64_t stack[8];
  Machine machine = {program, {0}, 0};
  int64_t result = handlers[program[0]](&machine, program, stack, 0);
  printf("%lld\n", (long long)result);
  return 0;
}
