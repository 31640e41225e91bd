// Codes a picture as PNG, JPEG and TGA in memory and decodes it, with the stb
// libraries without their vector code.
#include "picture.h"
#define STBI_NO_SIMD
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STB_IMAGE_IMPLEMENTATION
#include "stb_image.h"
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include "stb_image_write.h"

typedef struct {
  uint8_t bytes[1 << 18];
  int size;
} File;

static void append(void *context, void *bytes, int size) {
  File *file = context;
  memcpy(file->bytes + file->size, bytes, size);
  file->size += size;
}

int main(int argc, char **argv) {
  enum { Width = 200, Height = 160 };
  static File file;
  uint8_t *pixels = makePicture(Width, Height);
  for (int round = rounds(argc, argv, 37); round > 0; --round)
    for (int kind = 0; kind < 4; ++kind) {
      int width, height, channels;
      file.size = 0;
      if (kind == 0)
        stbi_write_png_to_func(append, &file, Width, Height, 3, pixels, 0);
      else if (kind == 1)
        stbi_write_tga_to_func(append, &file, Width, Height, 3, pixels);
      else
        stbi_write_jpg_to_func(append, &file, Width, Height, 3, pixels,
                               45 * (kind - 1));
      uint8_t *back = 0;
      for (int i = 0; i < 4; ++i) {
        free(back);
        back = stbi_load_from_memory(file.bytes, file.size, &width, &height,
                                     &channels, 3);
        if (!back || width != Width || height != Height)
          return 1;
      }
      mix(file.size);
      mixBytes(back + 3 * Width * 20, 3 * Width);
      free(back);
      pixels[round * 997 % (3 * Width * Height)] ^= 64;
    }
  return finish();
}
