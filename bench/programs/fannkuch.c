// Reverses prefixes of all permutations: small arrays, branches, byte moves.
#include "bench.h"

enum { Most = 12 };

static int flipsOf(const int *permutation, int count) {
  int work[Most], flips = 0;
  for (int i = 0; i < count; ++i)
    work[i] = permutation[i];
  for (int first = work[0]; first != 0; first = work[0]) {
    for (int low = 0, high = first; low < high; ++low, --high) {
      int kept = work[low];
      work[low] = work[high];
      work[high] = kept;
    }
    ++flips;
  }
  return flips;
}

static void visitAll(int count) {
  int permutation[Most], left[Most];
  int most = 0, sum = 0, parity = 0;
  for (int i = 0; i < count; ++i) {
    permutation[i] = i;
    left[i] = i + 1;
  }
  for (;;) {
    int flips = permutation[0] ? flipsOf(permutation, count) : 0;
    if (flips > most)
      most = flips;
    sum += parity ? -flips : flips;
    parity ^= 1;
    // The next one: rotate prefixes of growing length.
    int length = 1;
    for (;; ++length) {
      if (length == count) {
        mix(most);
        mix((uint32_t)sum);
        return;
      }
      int first = permutation[0];
      for (int i = 0; i < length; ++i)
        permutation[i] = permutation[i + 1];
      permutation[length] = first;
      if (--left[length] > 0)
        break;
      left[length] = length + 1;
    }
  }
}

int main(int argc, char **argv) {
  for (int round = rounds(argc, argv, 32); round > 0; --round)
    visitAll(round % 2 ? 9 : 8);
  return finish();
}
