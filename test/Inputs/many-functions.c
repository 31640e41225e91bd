// Enough functions for several partitions.

#include <stdio.h>

#define F1(n)                                                                  \
  __attribute__((noinline)) static int f##n(int x) {                           \
    for (int i = 0; i < x; ++i)                                                \
      x = x * 31 + n - (x >> 3);                                               \
    return x;                                                                  \
  }
#define F8(n) F1(n##0) F1(n##1) F1(n##2) F1(n##3) F1(n##4) F1(n##5) F1(n##6) F1(n##7)
#define F64(n) F8(n##0) F8(n##1) F8(n##2) F8(n##3) F8(n##4) F8(n##5) F8(n##6) F8(n##7)
#define C1(n) +f##n(x)
#define C8(n) C1(n##0) C1(n##1) C1(n##2) C1(n##3) C1(n##4) C1(n##5) C1(n##6) C1(n##7)
#define C64(n) C8(n##0) C8(n##1) C8(n##2) C8(n##3) C8(n##4) C8(n##5) C8(n##6) C8(n##7)

F64(1) F64(2) F64(3) F64(4) F64(5) F64(6) F64(7) F64(8)

int main(int argc, char **argv) {
  int x = argc;
  printf("%d\n", 0 C64(1) C64(2) C64(3) C64(4) C64(5) C64(6) C64(7) C64(8));
  return 0;
}
