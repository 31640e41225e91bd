// Text that looks like a language to compressors and parsers.
#ifndef TEXT_H
#define TEXT_H

#include "bench.h"

enum { Vocabulary = 800 };

static char vocabulary[Vocabulary][12];

static inline void makeVocabulary(void) {
  for (int i = 0; i < Vocabulary; ++i) {
    int length = 1 + randomWord() % 3 + randomWord() % 3 + i / 200;
    for (int j = 0; j < length; ++j)
      vocabulary[i][j] = j % 2 ? "aeiou"[randomWord() % 5]
                               : "bcdfghlmnprstvw"[randomWord() % 15];
  }
}

/// A word; the first ones of the vocabulary are the most frequent.
static inline const char *anyWord(void) {
  uint32_t place = randomWord() % Vocabulary;
  return vocabulary[place * (randomWord() % 997) / 997 *
                    (1 + randomWord() % 3) / 3];
}

/// Fills `text` with sentences and a final NUL.
static inline void fillText(char *text, size_t size) {
  if (!vocabulary[0][0])
    makeVocabulary();
  size_t at = 0;
  for (int left = 0; at + 1 < size;) {
    char number[16];
    const char *word = anyWord();
    if (randomWord() % 40 == 0) {
      sprintf(number, "%u", randomWord() % 100000);
      word = number;
    }
    while (*word && at + 1 < size)
      text[at++] = *word++;
    if (left-- == 0) {
      left = 4 + randomWord() % 12;
      if (at + 1 < size)
        text[at++] = '.';
      if (at + 1 < size)
        text[at++] = '\n';
    } else if (at + 1 < size) {
      text[at++] = ' ';
    }
  }
  text[size - 1] = 0;
}

#endif
