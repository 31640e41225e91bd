// The C library's functions on strings and memory, as programs call them: many
// short ones and some long, on both builds' own library.
#include "bench.h"
#include <ctype.h>

enum { Lines = 4000 };

int main(int argc, char **argv) {
  char *text = allocate(1 << 20), *copy = allocate(1 << 20), *to = text;
  static char *lines[Lines];
  for (int i = 0; i < Lines; ++i) {
    lines[i] = to;
    for (int word = randomWord() % 12; word >= 0; --word)
      to += sprintf(to, "%c%x%s ", 'a' + (int)(randomWord() % 26),
                    randomWord() % 4096, word % 3 ? "and" : "the quick");
    *to++ = 0;
  }
  size_t size = to - text;
  for (int round = rounds(argc, argv, 490); round > 0; --round) {
    uint64_t sum = 0;
    for (int i = 0; i < Lines; ++i) {
      const char *line = lines[i], *other = lines[(i * 31 + round) % Lines];
      size_t length = strlen(line);
      sum += length;
      sum += strcmp(line, other) < 0;
      sum += memcmp(line, other, 5) > 0;
      const char *found = strstr(line, "quick");
      sum += found ? found - line : 99;
      found = strchr(line, 'z');
      sum += found ? found - line : 77;
      found = memchr(line, '7', length);
      sum += found ? found - line : 55;
      sum += strspn(line, "abcdefgh") + strcspn(line, " ");
      for (const char *c = line; *c; ++c)
        sum += isdigit((unsigned char)*c) ? *c - '0'
                                          : isspace((unsigned char)*c) != 0;
      sum += strtoul(line + 1, 0, 16);
    }
    memcpy(copy, text, size);
    memmove(copy + 13, copy, size / 2);
    memset(copy + size / 3, 'x', 1000 + round);
    sum += memcmp(copy, text, size) != 0;
    mix(sum);
    mix((unsigned char)copy[(round * 4099) % size]);
  }
  return finish();
}
