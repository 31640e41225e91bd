// All shortest paths of a graph: additions and minima of integers.
#include "bench.h"

enum { Nodes = 250 };

static void shorten(int n, int path[Nodes][Nodes]) {
  for (int k = 0; k < n; ++k)
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        path[i][j] = path[i][j] < path[i][k] + path[k][j]
                         ? path[i][j]
                         : path[i][k] + path[k][j];
}

int main(int argc, char **argv) {
  int *path = allocate(Nodes * Nodes * sizeof *path);
  for (int round = rounds(argc, argv, 39); round > 0; --round) {
    for (int i = 0; i < Nodes * Nodes; ++i)
      path[i] = randomWord() % 7 ? 9999 : randomWord() % 100 + 1;
    shorten(Nodes, (void *)path);
    for (int i = 0; i < Nodes * Nodes; i += 101)
      mix(path[i]);
  }
  return finish();
}
