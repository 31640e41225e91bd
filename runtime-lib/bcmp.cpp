// bcmp: what LLVM turns memcmp into when only equality counts.

#include "runtime.h"

extern "C" int bcmp(const void *left, const void *right, size_t size) {
  return memcmp(left, right, size);
}
