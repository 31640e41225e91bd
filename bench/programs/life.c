// Conway's Life, a word of 64 cells at a time and again a byte at a time, with
// populations counted: bitwise logic, shifts and counts.
#include "bench.h"

enum { Words = 8, Rows = 512 };

static uint64_t board[2][Rows + 2][Words + 2];
static uint8_t cells[2][Rows + 2][Words * 64 + 2];

static void addTo(uint64_t sums[3], uint64_t bit) {
  uint64_t carry = sums[0] & bit;
  sums[0] ^= bit;
  uint64_t second = sums[1] & carry;
  sums[1] ^= carry;
  sums[2] |= second;
}

static void stepWords(uint64_t (*from)[Words + 2], uint64_t (*to)[Words + 2]) {
  for (int y = 1; y <= Rows; ++y)
    for (int x = 1; x <= Words; ++x) {
      uint64_t sums[3] = {0};
      for (int row = y - 1; row <= y + 1; ++row) {
        uint64_t here = from[row][x];
        addTo(sums, here << 1 | from[row][x - 1] >> 63);
        addTo(sums, here >> 1 | from[row][x + 1] << 63);
        if (row != y)
          addTo(sums, here);
      }
      to[y][x] = sums[1] & ~sums[2] & (sums[0] | from[y][x]);
    }
}

static void stepCells(uint8_t (*from)[Words * 64 + 2],
                      uint8_t (*to)[Words * 64 + 2]) {
  for (int y = 1; y <= Rows; ++y)
    for (int x = 1; x <= Words * 64; ++x) {
      uint8_t sum = from[y - 1][x - 1] + from[y - 1][x] + from[y - 1][x + 1] +
                    from[y][x - 1] + from[y][x + 1] + from[y + 1][x - 1] +
                    from[y + 1][x] + from[y + 1][x + 1];
      to[y][x] = sum == 3 || (sum == 2 && from[y][x]);
    }
}

int main(int argc, char **argv) {
  int now = 0;
  for (int y = 1; y <= Rows; ++y)
    for (int x = 1; x <= Words * 64; ++x) {
      uint64_t alive = randomWord() % 3 == 0;
      cells[0][y][x] = alive;
      board[0][y][(x - 1) / 64 + 1] |= alive << (x - 1) % 64;
    }
  for (int round = rounds(argc, argv, 500); round > 0; --round) {

    stepWords(board[now], board[!now]);
    stepCells(cells[now], cells[!now]);
    uint64_t population = 0, counted = 0;
    for (int y = 1; y <= Rows; ++y) {
      for (int x = 1; x <= Words; ++x)
        population += __builtin_popcountll(board[!now][y][x]);
      for (int x = 1; x <= Words * 64; ++x)
        counted += cells[!now][y][x];
    }
    if (population != counted)
      return 1;
    mix(population);
    now = !now;
  }
  return finish();
}
