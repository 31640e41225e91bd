// Loops written with vector intrinsics and loops that clang vectorises compute
// what node computes.
// REQUIRES: node
// RUN: %run_all %s --like-node --clang -msimd128 -O3
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wasm_simd128.h>

enum { size = 4099 };
static uint8_t image[size], other[size];
static float signal[size], filter[size];
static int16_t samples[size];

static uint32_t differences(const uint8_t *a, const uint8_t *b) {
  v128_t sum = wasm_i32x4_const_splat(0);
  for (int i = 0; i + 16 <= size; i += 16) {
    v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    v128_t d = wasm_v128_or(wasm_u8x16_sub_sat(x, y), wasm_u8x16_sub_sat(y, x));
    v128_t pairs = wasm_u16x8_extadd_pairwise_u8x16(d);
    sum = wasm_i32x4_add(sum, wasm_u32x4_extadd_pairwise_u16x8(pairs));
  }
  return wasm_i32x4_extract_lane(sum, 0) + wasm_i32x4_extract_lane(sum, 1) +
         wasm_i32x4_extract_lane(sum, 2) + wasm_i32x4_extract_lane(sum, 3);
}

static int64_t energy(const int16_t *values) {
  v128_t sum = wasm_i64x2_const_splat(0);
  for (int i = 0; i + 8 <= size; i += 8) {
    v128_t x = wasm_v128_load(values + i);
    v128_t dot = wasm_i32x4_dot_i16x8(x, x);
    sum = wasm_i64x2_add(sum, wasm_i64x2_extend_low_i32x4(dot));
    sum = wasm_i64x2_add(sum, wasm_i64x2_extend_high_i32x4(dot));
  }
  return wasm_i64x2_extract_lane(sum, 0) + wasm_i64x2_extract_lane(sum, 1);
}

static size_t countLower(const uint8_t *text) {
  size_t count = 0;
  for (int i = 0; i + 16 <= size; i += 16) {
    v128_t x = wasm_i8x16_sub(wasm_v128_load(text + i), wasm_i8x16_splat('a'));
    count += __builtin_popcount(
        wasm_i8x16_bitmask(wasm_u8x16_lt(x, wasm_i8x16_const_splat(26))));
  }
  return count;
}

static void reverse(uint8_t *bytes) {
  for (int i = 0; i + 32 <= size; i += 16) {
    v128_t x = wasm_v128_load(bytes + i);
    x = wasm_i8x16_shuffle(x, x, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
                           1, 0);
    wasm_v128_store(bytes + i, wasm_i8x16_swizzle(x, wasm_v128_load(other + i)));
  }
}

int main(void) {
  uint32_t seed = 1;
  for (int i = 0; i < size; ++i) {
    seed = seed * 1664525 + 1013904223;
    image[i] = seed >> 24, other[i] = (seed >> 16) & 31;
    samples[i] = seed >> 12;
    signal[i] = (int32_t)seed * 0x1p-31f;
    filter[i] = (float)i / size;
  }
  printf("%u %lld %zu\n", differences(image, other), (long long)energy(samples),
         countLower(image));
  reverse(image);
  float least = 0, sum = 0;
  int16_t high = 0;
  uint32_t hash = 0;
  double wide[size];
  for (int i = 0; i < size; ++i) {
    signal[i] = signal[i] * filter[i] + 0.25f;
    wide[i] = signal[i] * 1e3;
    least = signal[i] < least ? signal[i] : least;
    high = samples[i] > high ? samples[i] : high;
    hash ^= image[i] << (i & 15);
    samples[i] = (int16_t)wide[i];
  }
  for (int i = 0; i < size; ++i)
    sum += signal[i] + samples[i];
  printf("%a %a %d %08x\n", least, sum, high, hash);
  return 0;
}
