// Folds a string of bases by dynamic programming over intervals.
#include "bench.h"

enum { Length = 260 };

static int larger(int a, int b) { return a >= b ? a : b; }

static void fold(int n, const char base[Length], int table[Length][Length]) {
  for (int i = n - 1; i >= 0; --i)
    for (int j = i + 1; j < n; ++j) {
      if (j - 1 >= 0)
        table[i][j] = larger(table[i][j], table[i][j - 1]);
      if (i + 1 < n)
        table[i][j] = larger(table[i][j], table[i + 1][j]);
      if (j - 1 >= 0 && i + 1 < n) {
        int pair = i < j - 1 && base[i] + base[j] == 3;
        table[i][j] = larger(table[i][j], table[i + 1][j - 1] + pair);
      }
      for (int k = i + 1; k < j; ++k)
        table[i][j] = larger(table[i][j], table[i][k] + table[k + 1][j]);
    }
}

int main(int argc, char **argv) {
  int *table = allocate(Length * Length * sizeof *table);
  char base[Length];
  for (int round = rounds(argc, argv, 190); round > 0; --round) {
    memset(table, 0, Length * Length * sizeof *table);
    for (int i = 0; i < Length; ++i)
      base[i] = randomWord() % 4;
    fold(Length, base, (void *)table);
    for (int i = 0; i < Length * Length; i += 97)
      mix(table[i]);
  }
  return finish();
}
