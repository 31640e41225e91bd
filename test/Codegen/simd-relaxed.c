// Relaxed instructions give what one SSE instruction gives, at every level and
// with every -mcpu=: relaxed_madd does not fuse even if the processor could.
// RUN: %run_all %s --levels=0,1,2,3 --clang -msimd128 -mrelaxed-simd
// RUN: %run_all %s --targets=linux --levels=0,2 --wasmc -mcpu=x86-64 --clang -msimd128 -mrelaxed-simd
// RUN: %clang_wasi -O2 -msimd128 -mrelaxed-simd %s -o %t.wasm
// RUN: %wasmc -O2 -mcpu=x86-64-v3 -S %t.wasm -o - | FileCheck %s --check-prefix=ASM
// ASM-NOT: {{vfn?m(add|sub)}}
#include <stdio.h>
#include <wasm_simd128.h>

static v128_t opaque(v128_t value) {
  volatile v128_t copy = value;
  return copy;
}
static void print(const char *name, v128_t v) {
  printf("%s %08x %08x %08x %08x\n", name, wasm_i32x4_extract_lane(v, 0),
         wasm_i32x4_extract_lane(v, 1), wasm_i32x4_extract_lane(v, 2),
         wasm_i32x4_extract_lane(v, 3));
}

int main(void) {
  v128_t bytes = opaque(wasm_i8x16_make(10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                                        20, 21, 22, 23, 24, 25));
  v128_t far = opaque(wasm_i32x4_make(0x7f800f10, 0x1f20ff01, 0, -1));
  v128_t odd = opaque(wasm_f32x4_make(__builtin_nanf(""), 3e9f, -3e9f, -1.5f));
  v128_t wide = opaque(wasm_f64x2_make(-1e300, 4294967295.5));
  v128_t eps = opaque(wasm_f32x4_const_splat(1 + 0x1p-12f));
  v128_t minusOne = opaque(wasm_f32x4_const_splat(-(1 + 0x1p-11f)));
  v128_t zeros = opaque(wasm_f32x4_make(0.0f, -0.0f, 1.0f, 2.0f));
  v128_t others = opaque(wasm_f32x4_make(-0.0f, 0.0f, __builtin_nanf(""), 3));
  v128_t lowest = opaque(wasm_i16x8_make(-32768, 32767, 2, 1, 0, 0, -1, 3));
  v128_t half = opaque(wasm_i16x8_make(-32768, 32767, 16384, 16384, 0, 0, 1, 1));
  v128_t sevens = opaque(wasm_i8x16_make(127, 127, 127, 127, 1, 2, 3, 4, -1, -1,
                                         0, 0, 0, 1, 1, 0));
  v128_t signs = opaque(wasm_i8x16_make(-128, -128, 127, 127, 1, 2, 3, 4, 127,
                                        127, 0, 0, 5, -6, 7, 8));
  // CHECK: swizzle 1900190a 190a000b 0a0a0a0a 00000000
  print("swizzle", wasm_i8x16_relaxed_swizzle(bytes, far));
  // CHECK-NEXT: trunc 80000000 80000000 80000000 ffffffff
  print("trunc", wasm_i32x4_relaxed_trunc_f32x4(odd));
  // CHECK-NEXT: trunc_u 00000000 b2d05e00 00000000 00000000
  print("trunc_u", wasm_u32x4_relaxed_trunc_f32x4(odd));
  // CHECK-NEXT: trunc64 80000000 80000000 00000000 00000000
  print("trunc64", wasm_i32x4_relaxed_trunc_f64x2_zero(wide));
  // CHECK-NEXT: trunc64_u 00000000 ffffffff 00000000 00000000
  print("trunc64_u", wasm_u32x4_relaxed_trunc_f64x2_zero(wide));
  // CHECK-NEXT: madd 00000000 00000000 00000000 00000000
  print("madd", wasm_f32x4_relaxed_madd(eps, eps, minusOne));
  // CHECK-NEXT: nmadd c0001000 c0001000 c0001000 c0001000
  print("nmadd", wasm_f32x4_relaxed_nmadd(eps, eps, minusOne));
  // CHECK-NEXT: min 80000000 00000000 7fc00000 40000000
  print("min", wasm_f32x4_relaxed_min(zeros, others));
  // CHECK-NEXT: max 80000000 00000000 7fc00000 40400000
  print("max", wasm_f32x4_relaxed_max(zeros, others));
  // CHECK-NEXT: q15 7ffe8000 00010001 00000000 00000000
  print("q15", wasm_i16x8_relaxed_q15mulr(lowest, half));
  // CHECK-NEXT: dot 7e028100 00190005 00007fff 0007fffa
  print("dot", wasm_i16x8_relaxed_dot_i8x16_i7x16(signs, sevens));
  // CHECK-NEXT: select 0f800f00 0000ff00 12345678 00000000
  print("select", wasm_i32x4_relaxed_laneselect(
                      far, wasm_i32x4_make(0, 0, 0x12345678, 0),
                      wasm_i32x4_make(0x0f800f00, 0x0000ff00, 0, 0)));
  return 0;
}
