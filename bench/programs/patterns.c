// A backtracking matcher of regular expressions over lines of text: recursion,
// bytes and branches that are hard to predict.
#include "bench.h"

static int matchHere(const char *pattern, const char *text);

static int matchOne(const char *pattern, int length, char c) {
  if (c == 0)
    return 0;
  if (*pattern == '[') {
    for (int i = 1; i < length - 1; ++i)
      if (i + 2 < length - 1 && pattern[i + 1] == '-') {
        if (c >= pattern[i] && c <= pattern[i + 2])
          return 1;
        i += 2;
      } else if (pattern[i] == c) {
        return 1;
      }
    return 0;
  }
  return *pattern == '.' || *pattern == c;
}

static int matchMany(const char *one, int length, const char *rest,
                     const char *text, int least) {
  const char *end = text;
  while (matchOne(one, length, *end))
    ++end;
  for (; end - text >= least; --end)
    if (matchHere(rest, end))
      return 1;
  return 0;
}

static int matchHere(const char *pattern, const char *text) {
  for (;;) {
    if (*pattern == 0)
      return 1;
    if (*pattern == '$' && pattern[1] == 0)
      return *text == 0;
    int length = 1;
    if (*pattern == '[')
      while (pattern[length++] != ']')
        ;
    switch (pattern[length]) {
    case '*':
      return matchMany(pattern, length, pattern + length + 1, text, 0);
    case '+':
      return matchMany(pattern, length, pattern + length + 1, text, 1);
    case '?':
      if (matchOne(pattern, length, *text) &&
          matchHere(pattern + length + 1, text + 1))
        return 1;
      pattern += length + 1;
      continue;
    }
    if (!matchOne(pattern, length, *text))
      return 0;
    pattern += length;
    ++text;
  }
}

static int find(const char *pattern, const char *text) {
  if (*pattern == '^')
    return matchHere(pattern + 1, text);
  do
    if (matchHere(pattern, text))
      return 1;
  while (*text++);
  return 0;
}

int main(int argc, char **argv) {
  static const char *patterns[] = {"[a-z]+@[a-z]+.com", "^[0-9]*x?$",
                                   "a.*b.*c.*d",        "[aeiou][aeiou]+",
                                   "q?u?i?c?k$",        "[0-9]+[a-f]*[0-9]+z"};
  enum { Lines = 400, Longest = 80 };
  static char text[Lines][Longest + 1];
  for (int i = 0; i < Lines; ++i) {
    int length = randomWord() % Longest;
    for (int j = 0; j < length; ++j)
      text[i][j] = "abcdefghijklmnopqrstuvwxyz0123456789@. "[randomWord() % 39];
  }
  for (int round = rounds(argc, argv, 310); round > 0; --round) {
    for (int k = 0; k < 6; ++k) {
      int found = 0;
      for (int i = 0; i < Lines; ++i)
        found += find(patterns[k], text[i]);
      mix(found);
    }
    text[round % Lines][0] = 'a' + round % 26;
  }
  return finish();
}
