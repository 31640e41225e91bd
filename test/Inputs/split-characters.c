// Writes characters of all lengths to standard output, one byte at a time.

#include <unistd.h>

int main(void) {
  static const char text[] = "gr\xc3\xbc\xc3\x9f" "e \xe2\x82\xac \xd8\xb9 \xf0\x9f\x98\x80 end\n";
  for (unsigned i = 0; i != sizeof text - 1; ++i)
    if (write(1, text + i, 1) != 1)
      return 1;
  return 0;
}
