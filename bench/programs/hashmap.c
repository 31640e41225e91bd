// An open-addressing hash map of 64-bit keys and a chained one of strings.
#include "bench.h"

enum { Slots = 1 << 16, Buckets = 1 << 12 };

typedef struct {
  uint64_t key;
  uint32_t value, used;
} Slot;
typedef struct Entry {
  struct Entry *next;
  uint32_t hash, count;
  char name[16];
} Entry;

static Slot slots[Slots];
static Entry *buckets[Buckets];

static Slot *find(uint64_t key) {
  uint32_t at = (uint32_t)((key * 0x9e3779b97f4a7c15u) >> 48);
  while (slots[at].used && slots[at].key != key)
    at = (at + 1) % Slots;
  return &slots[at];
}

static Entry *findName(const char *name) {
  uint32_t hash = 5381;
  for (const char *c = name; *c; ++c)
    hash = hash * 33 ^ (unsigned char)*c;
  Entry **link = &buckets[hash % Buckets];
  for (; *link; link = &(*link)->next)
    if ((*link)->hash == hash && strcmp((*link)->name, name) == 0)
      return *link;
  *link = calloc(1, sizeof **link);
  (*link)->hash = hash;
  strcpy((*link)->name, name);
  return *link;
}

int main(int argc, char **argv) {
  for (int round = rounds(argc, argv, 47); round > 0; --round) {
    memset(slots, 0, sizeof slots);
    for (int i = 0; i < Slots / 2; ++i) {
      uint64_t key = (uint64_t)(randomWord() % 50000) << 20 | 7;
      Slot *slot = find(key);
      slot->used = 1;
      slot->key = key;
      slot->value += i;
    }
    uint64_t sum = 0;
    for (int i = 0; i < Slots * 4; ++i)
      sum += find((uint64_t)(i * 7 % 65536) << 20 | 7)->value;
    mix(sum);
    for (int i = 0; i < 60000; ++i) {
      char name[16];
      uint32_t number = randomWord() % 6000;
      int length = 0;
      for (; number; number /= 10)
        name[length++] = 'a' + number % 10;
      name[length] = 0;
      mix(++findName(name)->count);
    }
  }
  return finish();
}
