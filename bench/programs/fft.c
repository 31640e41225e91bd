// Fast Fourier transforms of complex doubles, in place, there and back.
#include "bench.h"
#include <math.h>

enum { Bits = 12, Size = 1 << Bits };

typedef struct {
  double real, imaginary;
} Complex;

static Complex roots[Size / 2], data[Size];

// Roots of unity by halving angles: every step is an IEEE operation.
static void prepare(void) {
  double cosine[Bits], sine[Bits];
  cosine[0] = -1, sine[0] = 0;
  for (int i = 1; i < Bits; ++i) {
    cosine[i] = sqrt((1 + cosine[i - 1]) / 2);
    sine[i] = sqrt((1 - cosine[i - 1]) / 2);
  }
  roots[0].real = 1;
  for (int i = 1; i < Size / 2; ++i) {
    int low = __builtin_ctz(i);
    Complex before = roots[i & (i - 1)];
    double c = cosine[Bits - 1 - low], s = sine[Bits - 1 - low];
    roots[i].real = before.real * c - before.imaginary * s;
    roots[i].imaginary = before.real * s + before.imaginary * c;
  }
}

static void transform(Complex *a, int inverse) {
  for (int i = 1, j = 0; i < Size; ++i) {
    int bit = Size >> 1;
    for (; j & bit; bit >>= 1)
      j ^= bit;
    j ^= bit;
    if (i < j) {
      Complex kept = a[i];
      a[i] = a[j];
      a[j] = kept;
    }
  }
  for (int half = 1; half < Size; half *= 2)
    for (int start = 0; start < Size; start += 2 * half)
      for (int i = 0; i < half; ++i) {
        Complex w = roots[i * (Size / 2 / half)];
        Complex *low = &a[start + i], *high = &a[start + i + half];
        double sine = inverse ? -w.imaginary : w.imaginary;
        double x = high->real * w.real - high->imaginary * sine;
        double y = high->real * sine + high->imaginary * w.real;
        high->real = low->real - x;
        high->imaginary = low->imaginary - y;
        low->real += x;
        low->imaginary += y;
      }
}

int main(int argc, char **argv) {
  prepare();
  for (int i = 0; i < Size; ++i)
    data[i].real = randomDouble() - 0.5;
  for (int round = rounds(argc, argv, 3900); round > 0; --round) {
    transform(data, 0);
    mixDouble(data[round % Size].real);
    transform(data, 1);
    for (int i = 0; i < Size; ++i) {
      data[i].real /= Size;
      data[i].imaginary /= Size;
    }
  }
  mixDouble(data[1].real);
  return finish();
}
