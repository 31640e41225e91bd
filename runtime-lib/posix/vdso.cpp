// Finds a function in the image that the kernel maps, by its GNU hash table:
// the same lookup as a dynamic loader's. Without a table there is no function.

#include "vdso.h"
#include "process.h"
#include <linux/elf.h>

namespace {

constexpr char wanted[] = "__vdso_clock_gettime";

constexpr uint32_t gnuHash(const char *name) {
  uint32_t hash = 5381;
  for (; *name; ++name)
    hash = hash * 33 + uint8_t(*name);
  return hash;
}

struct Tables {
  const Elf64_Sym *symbols;
  const char *names;
  const uint32_t *hashes;
};

const Elf64_Sym *find(const Tables &tables) {
  constexpr uint32_t hash = gnuHash(wanted);
  // Bucket count, first symbol, bloom words (64 bits), bloom shift; the bloom
  // filter, the buckets, and a chain whose last element is odd.
  uint32_t bucketCount = tables.hashes[0], first = tables.hashes[1];
  const uint32_t *buckets = tables.hashes + 4 + 2 * tables.hashes[2];
  const uint32_t *chain = buckets + bucketCount;
  uint32_t at = bucketCount ? buckets[hash % bucketCount] : 0;
  for (; at >= first && at; ++at) {
    const char *name = tables.names + tables.symbols[at].st_name;
    if ((chain[at - first] | 1) == (hash | 1) &&
        !__builtin_memcmp(name, wanted, sizeof(wanted)))
      return &tables.symbols[at];
    if (chain[at - first] & 1)
      break;
  }
  return nullptr;
}

} // namespace

VdsoClockGettime findVdsoClockGettime() {
  constexpr int64_t gnuHashTag = 0x6ffffef5;
  uint64_t image = vdsoImage();
  if (!image)
    return nullptr;
  auto *header = reinterpret_cast<const Elf64_Ehdr *>(image);
  auto *segment = reinterpret_cast<const Elf64_Phdr *>(image + header->e_phoff);
  uint64_t base = 0, dynamic = 0;
  for (unsigned i = 0; i != header->e_phnum; ++i, ++segment) {
    if (segment->p_type == PT_LOAD)
      base = image + segment->p_offset - segment->p_vaddr;
    else if (segment->p_type == PT_DYNAMIC)
      dynamic = image + segment->p_offset;
  }
  Tables tables = {};
  if (!dynamic)
    return nullptr;
  for (auto *row = reinterpret_cast<const Elf64_Dyn *>(dynamic);
       row->d_tag != DT_NULL; ++row) {
    uint64_t address = base + row->d_un.d_ptr;
    if (row->d_tag == DT_SYMTAB)
      tables.symbols = reinterpret_cast<const Elf64_Sym *>(address);
    else if (row->d_tag == DT_STRTAB)
      tables.names = reinterpret_cast<const char *>(address);
    else if (row->d_tag == gnuHashTag)
      tables.hashes = reinterpret_cast<const uint32_t *>(address);
  }
  if (!tables.symbols || !tables.names || !tables.hashes)
    return nullptr;
  const Elf64_Sym *symbol = find(tables);
  return symbol ? reinterpret_cast<VdsoClockGettime>(base + symbol->st_value)
                : nullptr;
}
