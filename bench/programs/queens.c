// Ways to place queens on a board: recursion on bit masks, then on arrays.
#include "bench.h"

enum { Most = 12 };

static int byMasks(uint32_t all, uint32_t columns, uint32_t left,
                   uint32_t right) {
  if (columns == all)
    return 1;
  int found = 0;
  for (uint32_t free = all & ~(columns | left | right); free;) {
    uint32_t place = free & -free;
    free ^= place;
    found += byMasks(all, columns | place, (left | place) << 1,
                     (right | place) >> 1);
  }
  return found;
}

static int columnOf[Most];

static int byArrays(int row, int size) {
  if (row == size)
    return 1;
  int found = 0;
  for (int column = 0; column < size; ++column) {
    int safe = 1;
    for (int other = 0; other < row && safe; ++other) {
      int distance = columnOf[other] - column;
      safe = distance != 0 && abs(distance) != row - other;
    }
    if (!safe)
      continue;
    columnOf[row] = column;
    found += byArrays(row + 1, size);
  }
  return found;
}

int main(int argc, char **argv) {
  for (int round = rounds(argc, argv, 590); round > 0; --round) {
    mix(byMasks((1u << 11) - 1, 0, 0, 0));
    mix(byArrays(0, 8 + round % 2));
  }
  return finish();
}
