// Diffie-Hellman on curve 25519 in radix 2^51: multiplications of 64 by 64 bits
// to 128, which WebAssembly code does by calling a helper.
#include "bench.h"

typedef uint64_t Field[5];
typedef unsigned __int128 Wide;

static const uint64_t mask = ((uint64_t)1 << 51) - 1;

static void carry(Field to, Wide *sums) {
  uint64_t over = 0;
  for (int i = 0; i < 5; ++i) {
    sums[i] += over;
    to[i] = (uint64_t)sums[i] & mask;
    over = (uint64_t)(sums[i] >> 51);
  }
  to[0] += 19 * over;
  to[1] += to[0] >> 51;
  to[0] &= mask;
}

static void multiply(Field to, const Field a, const Field b) {
  Wide sums[5] = {0};
  uint64_t b19[5];
  for (int i = 0; i < 5; ++i)
    b19[i] = b[i] * 19;
  for (int i = 0; i < 5; ++i)
    for (int j = 0; j < 5; ++j)
      sums[i] += (Wide)a[j] * (i >= j ? b[i - j] : b19[i - j + 5]);
  carry(to, sums);
}

static void add(Field to, const Field a, const Field b) {
  for (int i = 0; i < 5; ++i)
    to[i] = a[i] + b[i];
}

// a - b, plus twice the prime so that nothing goes below zero.
static void subtract(Field to, const Field a, const Field b) {
  for (int i = 0; i < 5; ++i)
    to[i] = a[i] + (i ? 2 * mask : 2 * (mask - 18)) - b[i];
}

static void multiplySmall(Field to, const Field a, uint64_t by) {
  Wide sums[5];
  for (int i = 0; i < 5; ++i)
    sums[i] = (Wide)a[i] * by;
  carry(to, sums);
}

static void invert(Field to, const Field a) {
  // a to the power of the prime minus 2, whose bits are all ones but two.
  Field power;
  memcpy(power, a, sizeof power);
  for (int bit = 253; bit >= 0; --bit) {
    multiply(power, power, power);
    if (bit != 2 && bit != 4)
      multiply(power, power, a);
  }
  memcpy(to, power, sizeof power);
}

static void swapIf(uint64_t condition, Field a, Field b) {
  for (int i = 0; i < 5; ++i) {
    uint64_t changed = -condition & (a[i] ^ b[i]);
    a[i] ^= changed;
    b[i] ^= changed;
  }
}

// The Montgomery ladder.
static void multiplyPoint(Field result, const uint8_t *scalar, const Field x) {
  Field x2 = {1}, z2 = {0}, x3, z3 = {1};
  Field a, b, aa, bb, e, c, d;
  uint64_t swapped = 0;
  memcpy(x3, x, sizeof x3);
  for (int i = 254; i >= 0; --i) {
    uint64_t bit = scalar[i / 8] >> (i % 8) & 1;
    swapIf(swapped ^ bit, x2, x3);
    swapIf(swapped ^ bit, z2, z3);
    swapped = bit;
    add(a, x2, z2);
    subtract(b, x2, z2);
    add(c, x3, z3);
    subtract(d, x3, z3);
    multiply(aa, a, a);
    multiply(bb, b, b);
    subtract(e, aa, bb);
    multiply(d, d, a);
    multiply(c, c, b);
    add(x3, d, c);
    subtract(z3, d, c);
    multiply(x3, x3, x3);
    multiply(z3, z3, z3);
    multiply(z3, z3, x);
    multiply(x2, aa, bb);
    multiplySmall(z2, e, 121665);
    add(z2, z2, aa);
    multiply(z2, z2, e);
  }
  swapIf(swapped, x2, x3);
  swapIf(swapped, z2, z3);
  invert(z2, z2);
  multiply(result, x2, z2);
}

int main(int argc, char **argv) {
  uint8_t scalar[32];
  Field point = {9};
  for (int round = rounds(argc, argv, 6400); round > 0; --round) {
    for (int i = 0; i < 32; ++i)
      scalar[i] = randomWord();
    scalar[31] = (scalar[31] & 127) | 64;
    scalar[0] &= 248;
    multiplyPoint(point, scalar, point);
    for (int i = 0; i < 5; ++i)
      mix(point[i]);
  }
  return finish();
}
