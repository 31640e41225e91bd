// What a picture codec does: colour conversion, an integer cosine transform
// with quantisation in blocks of 8 by 8, and back, with clamping.
#include "bench.h"

enum { Width = 256, Height = 256 };

static uint8_t pixels[Height][Width][3];
static int16_t luma[Height][Width];
static int16_t basis[8][8];

// Cosines of odd multiples of 1/16 of a half turn, times 4096.
static void prepare(void) {
  static const int16_t cosines[] = {4096, 4017, 3784, 3406, 2896,
                                    2276, 1567, 799,  0};
  for (int k = 0; k < 8; ++k)
    for (int n = 0; n < 8; ++n) {
      int angle = (2 * n + 1) * k % 32;
      int folded = angle > 16 ? 32 - angle : angle;
      int value = folded > 8 ? -cosines[16 - folded] : cosines[folded];
      basis[k][n] = k == 0 ? 2896 : value;
    }
}

static void transform(int16_t block[8][8], int back) {
  int32_t half[8][8];
  for (int i = 0; i < 8; ++i)
    for (int k = 0; k < 8; ++k) {
      int32_t sum = 0;
      for (int n = 0; n < 8; ++n)
        sum += block[i][n] * (back ? basis[n][k] : basis[k][n]);
      half[k][i] = (sum + 4096) >> 13;
    }
  for (int k = 0; k < 8; ++k)
    for (int l = 0; l < 8; ++l) {
      int32_t sum = 0;
      for (int i = 0; i < 8; ++i)
        sum += half[k][i] * (back ? basis[i][l] : basis[l][i]);
      block[l][k] = (sum + 4096) >> 13;
    }
}

static uint8_t clamp(int value) {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

static void toLuma(void) {
  for (int y = 0; y < Height; ++y)
    for (int x = 0; x < Width; ++x)
      luma[y][x] = ((77 * pixels[y][x][0] + 150 * pixels[y][x][1] +
                     29 * pixels[y][x][2] + 128) >>
                    8) -
                   128;
}

static int codeBlock(int top, int left) {
  int16_t block[8][8];
  int kept = 0;
  for (int y = 0; y < 8; ++y)
    memcpy(block[y], &luma[top + y][left], sizeof block[y]);
  transform(block, 0);
  for (int y = 0; y < 8; ++y)
    for (int x = 0; x < 8; ++x) {
      int step = 3 + 2 * (x + y);
      block[y][x] = block[y][x] / step;
      kept += block[y][x] != 0;
      block[y][x] *= step;
    }
  transform(block, 1);
  for (int y = 0; y < 8; ++y)
    for (int x = 0; x < 8; ++x)
      pixels[top + y][left + x][1] = clamp(block[y][x] + 128);
  return kept;
}

int main(int argc, char **argv) {
  prepare();
  for (int y = 0; y < Height; ++y)
    for (int x = 0; x < Width; ++x)
      for (int k = 0; k < 3; ++k)
        pixels[y][x][k] = (x * (k + 1) + y * y / 16) / 3 + randomWord() % 24;
  for (int round = rounds(argc, argv, 730); round > 0; --round) {
    uint32_t kept = 0;
    toLuma();
    for (int y = 0; y < Height; y += 8)
      for (int x = 0; x < Width; x += 8)
        kept += codeBlock(y, x);
    mix(kept);
    pixels[round % Height][round % Width][0] += 40;
  }
  mixBytes(pixels, sizeof pixels);
  return finish();
}
