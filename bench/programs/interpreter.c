// A stack machine with a switch, running a sieve and a recursive function: what
// interpreters of languages look like to a compiler.
#include "bench.h"

typedef enum {
  Push,
  Load,
  Store,
  LoadAt,
  StoreAt,
  Add,
  Sub,
  Mul,
  Less,
  Jump,
  JumpIfNot,
  Call,
  Return,
  Drop,
  Halt,
  OpcodeCount
} Opcode;

typedef struct {
  uint8_t opcode;
  int32_t operand;
} Instruction;

static Instruction code[256];
static int length;
static int64_t memory[1 << 14], stack[1 << 12];

static int emit(Opcode opcode, int32_t operand) {
  code[length].opcode = opcode;
  code[length].operand = operand;
  return length++;
}

// Locals are addressed from the frame; a call's argument is its local 0.
static int64_t run(int start, int64_t argument, uint64_t *steps) {
  int64_t *top = stack, *frame = stack;
  const Instruction *at = &code[start];
  *top++ = argument;
  top += 3;
  for (uint64_t count = 1;; ++count) {
    int32_t operand = at->operand;
    switch ((Opcode)at++->opcode) {
    case Push:
      *top++ = operand;
      break;
    case Load:
      *top++ = frame[operand];
      break;
    case Store:
      frame[operand] = *--top;
      break;
    case LoadAt:
      top[-1] = memory[top[-1] & 0x3fff];
      break;
    case StoreAt:
      top -= 2;
      memory[top[0] & 0x3fff] = top[1];
      break;
    case Add:
      --top;
      top[-1] += top[0];
      break;
    case Sub:
      --top;
      top[-1] -= top[0];
      break;
    case Mul:
      --top;
      top[-1] *= top[0];
      break;
    case Less:
      --top;
      top[-1] = top[-1] < top[0];
      break;
    case Jump:
      at = &code[operand];
      break;
    case JumpIfNot:
      if (!*--top)
        at = &code[operand];
      break;
    case Call: {
      // The argument becomes local 0, followed by 3 more, the caller's frame
      // and where to go on.
      int64_t *callee = top - 1;
      callee[4] = frame - stack;
      callee[5] = at - code;
      frame = callee;
      top = callee + 6;
      at = &code[operand];
      break;
    }
    case Return: {
      int64_t result = top[-1];
      at = &code[frame[5]];
      top = frame;
      frame = stack + frame[4];
      *top++ = result;
      break;
    }
    case Drop:
      --top;
      break;
    case Halt:
      *steps += count;
      return top[-1];
    default:
      exit(5);
    }
  }
}

static int makeFibonacci(void) {
  int start = length;
  emit(Load, 0), emit(Push, 2), emit(Less, 0);
  int branch = emit(JumpIfNot, 0);
  emit(Load, 0), emit(Return, 0);
  code[branch].operand = length;
  emit(Load, 0), emit(Push, 1), emit(Sub, 0), emit(Call, start);
  emit(Load, 0), emit(Push, 2), emit(Sub, 0), emit(Call, start);
  emit(Add, 0), emit(Return, 0);
  int entry = emit(Load, 0);
  emit(Call, start), emit(Halt, 0);
  return entry;
}

// Local 0: the limit; 1: a number; 2: its multiple; 3: primes found.
static int makeSieve(void) {
  int entry = emit(Push, 0);
  emit(Store, 3), emit(Push, 2), emit(Store, 1);
  int outer = emit(Load, 1);
  emit(Load, 0), emit(Less, 0);
  int done = emit(JumpIfNot, 0);
  emit(Load, 1), emit(LoadAt, 0), emit(Load, 0), emit(Less, 0);
  int composite = emit(JumpIfNot, 0);
  emit(Load, 3), emit(Push, 1), emit(Add, 0), emit(Store, 3);
  emit(Load, 1), emit(Load, 1), emit(Mul, 0), emit(Store, 2);
  int inner = emit(Load, 2);
  emit(Load, 0), emit(Less, 0);
  int marked = emit(JumpIfNot, 0);
  emit(Load, 2), emit(Load, 0), emit(StoreAt, 0);
  emit(Load, 2), emit(Load, 1), emit(Add, 0), emit(Store, 2);
  emit(Jump, inner);
  code[composite].operand = code[marked].operand = length;
  emit(Load, 1), emit(Push, 1), emit(Add, 0), emit(Store, 1);
  emit(Jump, outer);
  code[done].operand = length;
  emit(Load, 3), emit(Halt, 0);
  return entry;
}

int main(int argc, char **argv) {
  int fibonacci = makeFibonacci(), sieve = makeSieve();
  uint64_t steps = 0;
  for (int round = rounds(argc, argv, 200); round > 0; --round) {
    mix(run(fibonacci, 21 + round % 3, &steps));
    memset(memory, 0, sizeof memory);
    mix(run(sieve, 16000 + round, &steps));
  }
  mix(steps);
  return finish();
}
