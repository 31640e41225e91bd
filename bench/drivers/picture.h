// A picture with gradients, edges and noise, for picture codecs.
#ifndef PICTURE_H
#define PICTURE_H

#include "bench.h"

/// Red, green and blue bytes of `width` times `height` points.
static inline uint8_t *makePicture(int width, int height) {
  uint8_t *pixels = allocate(3 * width * height), *to = pixels;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      int inside = (x - width / 3) * (x - width / 3) +
                       (y - height / 2) * (y - height / 2) <
                   height * height / 9;
      *to++ = x * 255 / width;
      *to++ = inside ? 200 : y * 255 / height;
      *to++ = (x / 16 + y / 16) % 2 * 80 + randomWord() % 16;
    }
  return pixels;
}

#endif
