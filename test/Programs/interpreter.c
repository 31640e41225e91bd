// A loop over a big switch: what interpreters are made of.
// RUN: %run_all %s --like-native

#include <stdint.h>
#include <stdio.h>

enum { Push, Add, Sub, Mul, Dup, Swap, Less, Jump, JumpIf, Load, Store, Print, Halt };

static int run(const int *code) {
  int64_t stack[64], memory[16] = {0};
  int top = 0, steps = 0;
  for (int pc = 0;; ++steps) {
    int64_t t;
    switch (code[pc++]) {
    case Push: stack[top++] = code[pc++]; break;
    case Add: --top; stack[top - 1] += stack[top]; break;
    case Sub: --top; stack[top - 1] -= stack[top]; break;
    case Mul: --top; stack[top - 1] = (int64_t)((uint64_t)stack[top - 1] * stack[top]); break;
    case Dup: stack[top] = stack[top - 1]; ++top; break;
    case Swap: t = stack[top - 1]; stack[top - 1] = stack[top - 2]; stack[top - 2] = t; break;
    case Less: --top; stack[top - 1] = stack[top - 1] < stack[top]; break;
    case Jump: pc = code[pc]; break;
    case JumpIf: pc = stack[--top] ? code[pc] : pc + 1; break;
    case Load: stack[top++] = memory[code[pc++]]; break;
    case Store: memory[code[pc++]] = stack[--top]; break;
    case Print: printf("%lld\n", (long long)stack[--top]); break;
    case Halt: return steps;
    default: printf("bad code\n"); return -1;
    }
  }
}

int main(void) {
  // memory[0] counts, memory[1] is a product, memory[2] a sum of squares.
  static const int program[] = {
      Push, 1, Store, 1, Push, 0, Store, 0,
      /* 8 */ Load, 0, Push, 1, Add, Dup, Store, 0,
      /* 16 */ Load, 1, Mul, Push, 1, Add, Store, 1,
      /* 24 */ Load, 0, Dup, Mul, Load, 2, Add, Store, 2,
      /* 33 */ Load, 0, Push, 200000, Less, JumpIf, 8,
      /* 40 */ Load, 1, Print, Load, 2, Print, Halt};
  printf("%d steps\n", run(program));
  return 0;
}
