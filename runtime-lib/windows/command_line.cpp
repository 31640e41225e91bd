// The C runtime's command line rules, and UTF-16 to WTF-8.

#include "command_line.h"

namespace {

bool isBlank(char16_t c) { return c == u' ' || c == u'\t'; }

// The program's name: quotes group, but backslashes are plain characters.
const char16_t *copyProgramName(const char16_t *line, char16_t *&out) {
  bool quoted = false;
  for (; *line && (quoted || !isBlank(*line)); ++line) {
    if (*line == u'"')
      quoted = !quoted;
    else
      *out++ = *line;
  }
  *out++ = 0;
  return line;
}

// 2n backslashes before a quote are n backslashes and a grouping quote, 2n + 1
// are n backslashes and a literal quote; elsewhere they are plain. Two quotes
// inside a group are one literal quote.
const char16_t *copyArgument(const char16_t *line, char16_t *&out) {
  bool quoted = false;
  while (*line && (quoted || !isBlank(*line))) {
    size_t backslashes = 0;
    for (; *line == u'\\'; ++line)
      ++backslashes;
    bool atQuote = *line == u'"';
    for (size_t i = atQuote ? backslashes / 2 : backslashes; i; --i)
      *out++ = u'\\';
    if (!atQuote) {
      if (backslashes == 0)
        *out++ = *line++;
      continue;
    }
    ++line;
    if (backslashes % 2) {
      *out++ = u'"';
    } else if (quoted && *line == u'"') {
      *out++ = u'"';
      ++line;
    } else {
      quoted = !quoted;
    }
  }
  *out++ = 0;
  return line;
}

bool isHighSurrogate(char32_t c) { return (c & 0xfc00) == 0xd800; }
bool isLowSurrogate(char32_t c) { return (c & 0xfc00) == 0xdc00; }

} // namespace

size_t splitCommandLine(const char16_t *line, char16_t *out) {
  size_t count = 1;
  line = copyProgramName(line, out);
  for (;;) {
    while (isBlank(*line))
      ++line;
    if (!*line)
      return count;
    line = copyArgument(line, out);
    ++count;
  }
}

size_t wtf8FromUtf16(const char16_t *text, size_t units, char *out) {
  char *start = out;
  for (size_t i = 0; i < units; ++i) {
    char32_t c = text[i];
    if (isHighSurrogate(c) && i + 1 < units && isLowSurrogate(text[i + 1]))
      c = 0x10000 + ((c - 0xd800) << 10) + (text[++i] - 0xdc00);
    if (c < 0x80) {
      *out++ = c;
      continue;
    }
    if (c < 0x800) {
      *out++ = 0xc0 | c >> 6;
    } else {
      if (c < 0x10000) {
        *out++ = 0xe0 | c >> 12;
      } else {
        *out++ = 0xf0 | c >> 18;
        *out++ = 0x80 | (c >> 12 & 0x3f);
      }
      *out++ = 0x80 | (c >> 6 & 0x3f);
    }
    *out++ = 0x80 | (c & 0x3f);
  }
  return out - start;
}
