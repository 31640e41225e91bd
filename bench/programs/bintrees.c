// Builds and walks binary trees: malloc, free and pointers.
#include "bench.h"

typedef struct Node {
  struct Node *left, *right;
} Node;

static Node *grow(int depth) {
  Node *node = allocate(sizeof *node);
  node->left = depth ? grow(depth - 1) : 0;
  node->right = depth ? grow(depth - 1) : 0;
  return node;
}

static uint32_t count(const Node *node) {
  return node->left ? 1 + count(node->left) + count(node->right) : 1;
}

static void fell(Node *node) {
  if (node->left) {
    fell(node->left);
    fell(node->right);
  }
  free(node);
}

int main(int argc, char **argv) {
  Node *old = grow(14);
  for (int round = rounds(argc, argv, 95); round > 0; --round)
    for (int depth = 4; depth <= 14; depth += 2)
      for (int i = 0; i < 1 << (14 - depth); ++i) {
        Node *tree = grow(depth);
        mix(count(tree));
        fell(tree);
      }
  mix(count(old));
  return finish();
}
