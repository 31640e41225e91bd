// Integer work with known answers: SHA-256, CRC-32, base 64, a sieve.
// RUN: %run_all %s --levels 0,1,2,3,s,z
// CHECK: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
// CHECK-NEXT: cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0
// CHECK-NEXT: crc cbf43926
// CHECK-NEXT: TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu
// CHECK-NEXT: 78498 primes

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t rotate(uint32_t x, int n) { return x >> n | x << (32 - n); }

// The fraction of a root of a prime, as the standard defines the constants.
static uint32_t fraction(double root) {
  return (uint32_t)((root - (uint32_t)root) * 4294967296.0);
}

static double root(double x, int degree) {
  double guess = x;
  for (int i = 0; i < 200; ++i)
    guess = degree == 2 ? (guess + x / guess) / 2
                        : (2 * guess + x / (guess * guess)) / 3;
  return guess;
}

static void compress(uint32_t *state, const uint32_t *k, const uint8_t *block) {
  uint32_t w[64], s[8];
  for (int i = 0; i < 16; ++i)
    w[i] = (uint32_t)block[4 * i] << 24 | block[4 * i + 1] << 16 |
           block[4 * i + 2] << 8 | block[4 * i + 3];
  for (int i = 16; i < 64; ++i)
    w[i] = w[i - 16] + w[i - 7] +
           (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3) +
           (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10);
  memcpy(s, state, sizeof s);
  for (int i = 0; i < 64; ++i) {
    uint32_t t1 = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
                  ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i];
    uint32_t t2 = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) +
                  ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
    memmove(s + 1, s, 7 * sizeof *s);
    s[4] += t1;
    s[0] = t1 + t2;
  }
  for (int i = 0; i < 8; ++i)
    state[i] += s[i];
}

static void sha256(const uint8_t *data, size_t size) {
  uint32_t state[8], k[64];
  for (int n = 0, candidate = 2; n < 64; ++candidate) {
    int isPrime = 1;
    for (int d = 2; d * d <= candidate; ++d)
      isPrime &= candidate % d != 0;
    if (!isPrime)
      continue;
    if (n < 8)
      state[n] = fraction(root(candidate, 2));
    k[n++] = fraction(root(candidate, 3));
  }
  size_t padded = (size + 9 + 63) / 64 * 64;
  uint8_t *message = calloc(1, padded);
  memcpy(message, data, size);
  message[size] = 0x80;
  for (int i = 0; i < 8; ++i)
    message[padded - 1 - i] = (uint64_t)size * 8 >> 8 * i;
  for (size_t at = 0; at < padded; at += 64)
    compress(state, k, message + at);
  for (int i = 0; i < 8; ++i)
    printf("%08x", (unsigned)state[i]);
  printf("\n");
  free(message);
}

static uint32_t crc32(const char *text) {
  uint32_t crc = ~0u;
  for (; *text; ++text) {
    crc ^= (uint8_t)*text;
    for (int bit = 0; bit < 8; ++bit)
      crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
  }
  return ~crc;
}

static void base64(const char *text) {
  static const char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (; *text; text += 3) {
    uint32_t bits = (uint8_t)text[0] << 16 | (uint8_t)text[1] << 8 | (uint8_t)text[2];
    for (int shift = 18; shift >= 0; shift -= 6)
      putchar(digits[bits >> shift & 63]);
  }
  putchar('\n');
}

int main(void) {
  sha256((const uint8_t *)"abc", 3);
  uint8_t *many = malloc(1000000);
  memset(many, 'a', 1000000);
  sha256(many, 1000000);
  printf("crc %08x\n", (unsigned)crc32("123456789"));
  base64("Many hands make light work.");
  memset(many, 1, 1000000);
  int primes = 0;
  for (int i = 2; i < 1000000; ++i) {
    primes += many[i];
    for (long long j = (long long)i * i; many[i] && j < 1000000; j += i)
      many[j] = 0;
  }
  printf("%d primes\n", primes);
  return 0;
}
