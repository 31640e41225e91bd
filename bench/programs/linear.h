// Matrices of the linear-algebra and stencil programs: rows of doubles on the
// heap, passed to the kernels as arrays of known width, without `restrict`.
#ifndef LINEAR_H
#define LINEAR_H

#include "bench.h"

static inline void fillMatrix(double *matrix, int count) {
  for (int i = 0; i < count; ++i)
    matrix[i] = randomDouble();
}

static inline double *newMatrix(int count) {
  double *matrix = allocate(count * sizeof(double));
  fillMatrix(matrix, count);
  return matrix;
}

#endif
