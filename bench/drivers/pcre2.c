// Finds regular expressions in text with PCRE2's interpreter.
#define PCRE2_CODE_UNIT_WIDTH 8
#include "text.h"
#include <pcre2.h>

int main(int argc, char **argv) {
  static const char *const patterns[] = {"\\b(\\w+)\\s+\\1\\b",
                                         "[aeiou]{3,}",
                                         "(?i)LA(?:ra|to|mi)*\\.",
                                         "^(?:[a-m]\\w* ?){3,}",
                                         "\\d{2,5}$",
                                         "(\\w)(\\w)\\2\\1",
                                         "(?<=\\. )?t[^aeiou]\\w+",
                                         "(?:a|e|i|o|u)(?=\\w{6,})"};
  enum { Size = 60000 };
  char *text = allocate(Size);
  fillText(text, Size);
  for (int round = rounds(argc, argv, 50); round > 0; --round) {
    for (int k = 0; k < 8; ++k) {
      int error;
      PCRE2_SIZE where;
      pcre2_code *code =
          pcre2_compile((PCRE2_SPTR)patterns[k], PCRE2_ZERO_TERMINATED,
                        PCRE2_MULTILINE, &error, &where, 0);
      if (!code)
        return 1;
      pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, 0);
      uint32_t found = 0;
      for (PCRE2_SIZE at = 0; at < Size;) {
        if (pcre2_match(code, (PCRE2_SPTR)text, Size - 1, at, 0, match, 0) < 0)
          break;
        PCRE2_SIZE *range = pcre2_get_ovector_pointer(match);
        found += 1 + (range[1] - range[0]);
        at = range[1] > at ? range[1] : at + 1;
      }
      mix(found);
      pcre2_match_data_free(match);
      pcre2_code_free(code);
    }
    text[round * 997 % (Size - 1)] = 'a';
  }
  return finish();
}
