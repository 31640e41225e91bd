// Counts the words of a text file and prints the most frequent ones, with the
// share each has of all words.
//
//   wordfreq [-n COUNT] [-o REPORT] FILE
//
// An ordinary C program: nothing in it knows about WebAssembly.

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Word {
  struct Word *next; // in the same bucket
  unsigned long count;
  char text[];
} Word;

enum { bucketCount = 4096, maxWordLength = 63 };
static Word *buckets[bucketCount];
static unsigned long distinctWords, totalWords;

static void fail(const char *what, const char *name) {
  fprintf(stderr, "wordfreq: cannot %s '%s': %s\n", what, name,
          strerror(errno));
  exit(1);
}

static void addWord(const char *text, size_t length) {
  unsigned hash = 2166136261u;
  for (size_t i = 0; i < length; ++i)
    hash = (hash ^ (unsigned char)text[i]) * 16777619u;
  Word **bucket = &buckets[hash % bucketCount];
  ++totalWords;
  for (Word *word = *bucket; word; word = word->next)
    if (strlen(word->text) == length && !memcmp(word->text, text, length)) {
      ++word->count;
      return;
    }
  Word *word = malloc(sizeof(Word) + length + 1);
  if (!word)
    fail("allocate memory for", text);
  memcpy(word->text, text, length);
  word->text[length] = '\0';
  word->count = 1;
  word->next = *bucket;
  *bucket = word;
  ++distinctWords;
}

static void countWords(FILE *file) {
  char text[maxWordLength + 1];
  size_t length = 0;
  for (int c = getc(file);; c = getc(file)) {
    if (c != EOF && (isalpha(c) || (c == '\'' && length))) {
      if (length < maxWordLength)
        text[length++] = (char)tolower(c);
      continue;
    }
    if (length)
      addWord(text, length);
    length = 0;
    if (c == EOF)
      return;
  }
}

static int byCountThenText(const void *left, const void *right) {
  const Word *a = *(Word *const *)left, *b = *(Word *const *)right;
  if (a->count != b->count)
    return a->count < b->count ? 1 : -1;
  return strcmp(a->text, b->text);
}

static Word **sortedWords(void) {
  Word **words = malloc(distinctWords * sizeof(Word *));
  size_t size = 0;
  for (int i = 0; i < bucketCount; ++i)
    for (Word *word = buckets[i]; word; word = word->next)
      words[size++] = word;
  qsort(words, size, sizeof(Word *), byCountThenText);
  return words;
}

// How evenly the words are used: the bits of information in an average one.
static double entropy(Word **words) {
  double bits = 0;
  for (size_t i = 0; i < distinctWords; ++i) {
    double share = (double)words[i]->count / totalWords;
    bits -= share * log2(share);
  }
  return bits;
}

int main(int argc, char **argv) {
  unsigned long shown = 10;
  const char *input = NULL, *report = NULL;
  for (int i = 1; i < argc; ++i) {
    if (!strcmp(argv[i], "-n") && i + 1 < argc)
      shown = strtoul(argv[++i], NULL, 10);
    else if (!strcmp(argv[i], "-o") && i + 1 < argc)
      report = argv[++i];
    else
      input = argv[i];
  }
  if (!input) {
    fprintf(stderr, "usage: wordfreq [-n COUNT] [-o REPORT] FILE\n");
    return 2;
  }
  FILE *in = fopen(input, "r");
  if (!in)
    fail("read", input);
  countWords(in);
  fclose(in);

  FILE *out = report ? fopen(report, "w") : stdout;
  if (!out)
    fail("write", report);
  Word **words = sortedWords();
  for (unsigned long i = 0; i < shown && i < distinctWords; ++i)
    fprintf(out, "%-12s %5lu  %6.2f %%\n", words[i]->text, words[i]->count,
            100.0 * words[i]->count / totalWords);
  fprintf(out, "%lu words, %lu of them different, %.4f bits each\n", totalWords,
          distinctWords, entropy(words));
  if (fclose(out))
    fail("write", report ? report : "standard output");
  return 0;
}
