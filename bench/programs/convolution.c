// A 5x5 filter over an image of bytes and a 3x3 one over floats: loops which a
// vectorising compiler makes several times faster.
#include "bench.h"

enum { Width = 640, Height = 360 };

static uint8_t image[Height][Width], blurred[Height][Width];
static float plane[Height][Width], edges[Height][Width];
static const int16_t binomial[5] = {1, 4, 6, 4, 1};

static void blur(void) {
  for (int y = 2; y < Height - 2; ++y)
    for (int x = 2; x < Width - 2; ++x) {
      int sum = 128;
      for (int j = 0; j < 5; ++j)
        for (int i = 0; i < 5; ++i)
          sum += binomial[j] * binomial[i] * image[y + j - 2][x + i - 2];
      blurred[y][x] = sum >> 8;
    }
}

static void findEdges(const float kernel[3][3]) {
  for (int y = 1; y < Height - 1; ++y)
    for (int x = 1; x < Width - 1; ++x) {
      float sum = 0;
      for (int j = 0; j < 3; ++j)
        for (int i = 0; i < 3; ++i)
          sum += kernel[j][i] * plane[y + j - 1][x + i - 1];
      edges[y][x] = sum;
    }
}

int main(int argc, char **argv) {
  static const float sobel[3][3] = {
      {1, 0.25f, -1}, {2, 0.5f, -2}, {1, 0.25f, -1}};
  for (int y = 0; y < Height; ++y)
    for (int x = 0; x < Width; ++x)
      image[y][x] = randomWord();
  for (int round = rounds(argc, argv, 480); round > 0; --round) {
    blur();
    for (int y = 0; y < Height; ++y)
      for (int x = 0; x < Width; ++x)
        plane[y][x] = blurred[y][x];
    findEdges(sobel);
    for (int y = 0; y < Height; ++y)
      for (int x = 0; x < Width; ++x)
        image[y][x] = blurred[y][x] + (int)edges[y][x];
  }
  mixBytes(image, sizeof image);
  return finish();
}
