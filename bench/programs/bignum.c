// Digits of pi and powers modulo a number with big integers: carries, long
// multiplication with 64-bit limbs and division with 32-bit ones.
#include "bench.h"

enum { Limbs = 32, Digits = 1200 };

// r = a b / 2^(64 Limbs) modulo m, by Montgomery's method; m is odd.
static void multiply(uint64_t *r, const uint64_t *a, const uint64_t *b,
                     const uint64_t *m, uint64_t inverse) {
  uint64_t t[Limbs + 2] = {0};
  for (int i = 0; i < Limbs; ++i) {
    uint64_t carry = 0;
    for (int j = 0; j < Limbs; ++j) {
      unsigned __int128 sum = (unsigned __int128)a[j] * b[i] + t[j] + carry;
      t[j] = (uint64_t)sum;
      carry = (uint64_t)(sum >> 64);
    }
    unsigned __int128 top = (unsigned __int128)t[Limbs] + carry;
    t[Limbs] = (uint64_t)top;
    t[Limbs + 1] = (uint64_t)(top >> 64);
    uint64_t factor = t[0] * inverse;
    carry = (uint64_t)(((unsigned __int128)factor * m[0] + t[0]) >> 64);
    for (int j = 1; j < Limbs; ++j) {
      unsigned __int128 sum = (unsigned __int128)factor * m[j] + t[j] + carry;
      t[j - 1] = (uint64_t)sum;
      carry = (uint64_t)(sum >> 64);
    }
    top = (unsigned __int128)t[Limbs] + carry;
    t[Limbs - 1] = (uint64_t)top;
    t[Limbs] = t[Limbs + 1] + (uint64_t)(top >> 64);
  }
  uint64_t borrow = 0, reduced[Limbs];
  for (int i = 0; i < Limbs; ++i) {
    unsigned __int128 difference = (unsigned __int128)t[i] - m[i] - borrow;
    reduced[i] = (uint64_t)difference;
    borrow = (uint64_t)(difference >> 64) & 1;
  }
  memcpy(r, t[Limbs] >= borrow ? reduced : t, Limbs * sizeof *r);
}

// The spigot of Rabinowitz and Wagon: divisions of 64-bit numbers.
static void printPi(void) {
  enum { Cells = Digits * 14 / 4 + 1 };
  static uint32_t cells[Cells + 1];
  uint32_t before = 0;
  for (int i = 0; i < Cells; ++i)
    cells[i] = 2000;
  for (int left = Cells; left > 14; left -= 14) {
    uint64_t carry = 0;
    for (int i = left - 1; i > 0; --i) {
      carry = carry * i + (uint64_t)10000 * cells[i];
      cells[i] = carry % (2 * i - 1);
      carry /= 2 * i - 1;
    }
    mix(before + carry / 10000);
    before = carry % 10000;
  }
}

int main(int argc, char **argv) {
  uint64_t base[Limbs], modulus[Limbs], power[Limbs];
  for (int i = 0; i < Limbs; ++i) {
    base[i] = (uint64_t)randomWord() << 32 | randomWord();
    modulus[i] = (uint64_t)randomWord() << 32 | randomWord();
  }
  modulus[0] |= 1;
  modulus[Limbs - 1] |= (uint64_t)1 << 63;
  uint64_t inverse = 1; // of -modulus[0], by Newton's method
  for (int i = 0; i < 6; ++i)
    inverse *= 2 + modulus[0] * inverse;
  for (int round = rounds(argc, argv, 30); round > 0; --round) {
    memcpy(power, base, sizeof power);
    for (int i = 0; i < 2048; ++i) {
      multiply(power, power, power, modulus, inverse);
      if (i % 3 == 0)
        multiply(power, power, base, modulus, inverse);
    }
    memcpy(base, power, sizeof base);
    mix(base[0]);
    mix(base[Limbs - 1]);
    printPi();
  }
  return finish();
}
