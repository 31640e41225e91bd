// The distance between strings by edits, and their longest common subsequence,
// on 16-bit and 32-bit tables.
#include "bench.h"

enum { Length = 600 };

static int distance(const char *a, int m, const char *b, int n) {
  static uint16_t row[Length + 1];
  for (int j = 0; j <= n; ++j)
    row[j] = j;
  for (int i = 1; i <= m; ++i) {
    uint16_t diagonal = row[0];
    row[0] = i;
    for (int j = 1; j <= n; ++j) {
      uint16_t above = row[j];
      uint16_t best = diagonal + (a[i - 1] != b[j - 1]);
      if (above + 1 < best)
        best = above + 1;
      if (row[j - 1] + 1 < best)
        best = row[j - 1] + 1;
      diagonal = above;
      row[j] = best;
    }
  }
  return row[n];
}

static int common(const char *a, int m, const char *b, int n) {
  static int table[Length + 1][Length + 1];
  for (int i = 1; i <= m; ++i)
    for (int j = 1; j <= n; ++j)
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1
                    : table[i - 1][j] > table[i][j - 1] ? table[i - 1][j]
                                                        : table[i][j - 1];
  return table[m][n];
}

int main(int argc, char **argv) {
  char a[Length], b[Length];
  for (int round = rounds(argc, argv, 400); round > 0; --round) {
    for (int i = 0; i < Length; ++i) {
      a[i] = 'a' + randomWord() % 4;
      b[i] = randomWord() % 3 ? a[i] : 'a' + (int)(randomWord() % 4);
    }
    mix(distance(a, Length, b, Length - round % 50));
    mix(common(a, Length - round % 40, b, Length));
  }
  return finish();
}
