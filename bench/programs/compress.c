// A compressor: matches found through a hash of three bytes, then Huffman codes
// written bit by bit; and back.
#include "bench.h"

enum { Size = 1 << 16, Symbols = 512, HashBits = 13 };

static uint8_t input[Size], output[Size];
static uint16_t tokens[Size * 2]; // a byte, or 256 + length and then a distance
static int32_t newest[1 << HashBits];
static uint32_t frequency[2 * Symbols];
static int16_t parent[2 * Symbols], child[2 * Symbols][2];
static uint8_t bits[Size * 3];

static uint32_t hashOf(const uint8_t *at) {
  return ((uint32_t)at[0] << 16 | at[1] << 8 | at[2]) * 2654435761u >>
         (32 - HashBits);
}

static int findMatches(void) {
  int count = 0;
  memset(newest, -1, sizeof newest);
  for (int at = 0; at < Size;) {
    int length = 0, from = -1;
    if (at + 3 < Size) {
      uint32_t hash = hashOf(&input[at]);
      from = newest[hash];
      newest[hash] = at;
      if (from >= 0)
        while (length < 255 && at + length < Size &&
               input[from + length] == input[at + length])
          ++length;
    }
    if (length >= 4) {
      tokens[count++] = 256 + length;
      tokens[count++] = at - from - 1;
      at += length;
    } else {
      tokens[count++] = input[at++];
    }
  }
  return count;
}

static int takeRarest(int top) {
  int rarest = -1;
  for (int i = 0; i < top; ++i)
    if (frequency[i] && parent[i] < 0 &&
        (rarest < 0 || frequency[i] < frequency[rarest]))
      rarest = i;
  return rarest;
}

static int makeTree(int count) {
  memset(frequency, 0, sizeof frequency);
  memset(parent, -1, sizeof parent);
  for (int i = 0; i < count; ++i) {
    ++frequency[tokens[i]];
    i += tokens[i] >= 256;
  }
  int top = Symbols;
  for (;; ++top) {
    int first = takeRarest(top);
    parent[first] = top;
    int second = takeRarest(top);
    if (second < 0) {
      parent[first] = -1;
      return first;
    }
    parent[second] = top;
    frequency[top] = frequency[first] + frequency[second];
    child[top][0] = first;
    child[top][1] = second;
  }
}

static uint32_t writeBits(int count, int root) {
  uint32_t at = 0;
  memset(bits, 0, sizeof bits);
  for (int i = 0; i < count; ++i) {
    uint64_t code = 0;
    int length = 0;
    for (int node = tokens[i]; node != root; node = parent[node])
      code |= (uint64_t)(child[parent[node]][1] == node) << length++;
    while (length-- > 0) {
      bits[at / 8] |= (code >> length & 1) << at % 8;
      ++at;
    }
    if (tokens[i] >= 256) {
      ++i;
      for (int bit = 0; bit < 16; ++bit, ++at)
        bits[at / 8] |= (tokens[i] >> bit & 1) << at % 8;
    }
  }
  return at;
}

static int readBits(uint32_t end, int root) {
  int to = 0;
  for (uint32_t at = 0; at < end;) {
    int node = root;
    while (node >= Symbols) {
      node = child[node][bits[at / 8] >> at % 8 & 1];
      ++at;
    }
    if (node < 256) {
      output[to++] = node;
      continue;
    }
    int distance = 0;
    for (int bit = 0; bit < 16; ++bit, ++at)
      distance |= (bits[at / 8] >> at % 8 & 1) << bit;
    for (int i = 0; i < node - 256; ++i, ++to)
      output[to] = output[to - distance - 1];
  }
  return to;
}

int main(int argc, char **argv) {
  static const char *words[] = {"the ",     "program ", "of ",    "compile",
                                "r ",       "and ",     "memory", ", ",
                                "native\n", "function "};
  for (int round = rounds(argc, argv, 280); round > 0; --round) {
    for (int at = 0; at < Size;) {
      const char *word = words[randomWord() % 10];
      while (*word && at < Size)
        input[at++] = *word++;
      if (at < Size && randomWord() % 4 == 0)
        input[at++] = '0' + randomWord() % 60;
    }
    int count = findMatches();
    int root = makeTree(count);
    uint32_t size = writeBits(count, root);
    int length = readBits(size, root);
    if (length != Size || memcmp(input, output, Size) != 0)
      return 1;
    mix(size);
  }
  return finish();
}
