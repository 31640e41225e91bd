// The Mandelbrot set as a bitmap: a loop of doubles with an early exit.
#include "bench.h"

enum { Width = 256, Height = 256, Limit = 50 };

static uint8_t bitmap[Width / 8 * Height];

static int staysBounded(double real, double imaginary) {
  double x = 0, y = 0;
  for (int i = 0; i < Limit; ++i) {
    double xx = x * x, yy = y * y;
    if (xx + yy > 4)
      return 0;
    y = 2 * x * y + imaginary;
    x = xx - yy + real;
  }
  return 1;
}

int main(int argc, char **argv) {
  for (int round = rounds(argc, argv, 110); round > 0; --round) {
    for (int y = 0; y < Height; ++y)
      for (int x = 0; x < Width; x += 8) {
        int bits = 0;
        for (int bit = 0; bit < 8; ++bit)
          bits =
              bits * 2 + staysBounded(3.0 * (x + bit) / Width - 2,
                                      (2.0 + round * 0x1p-10) * y / Height - 1);
        bitmap[(y * Width + x) / 8] = bits;
      }
    mixBytes(bitmap, sizeof bitmap);
  }
  return finish();
}
