// Applies R_X86_64_RELATIVE relocations in their long and packed (RELR) form.

#include "relocate.h"
#include "runtime.h"
#include "syscall.h"
#include <linux/mman.h>

namespace {

// Not in every version of linux/elf.h.
constexpr int64_t dtRelrSize = 35, dtRelr = 36;
constexpr uint32_t relative = 8; // R_X86_64_RELATIVE

uint64_t imageBase() { return reinterpret_cast<uint64_t>(&__ehdr_start); }

uint64_t &wordAt(uint64_t offset) {
  return *reinterpret_cast<uint64_t *>(imageBase() + offset);
}

void applyRela(uint64_t offset, uint64_t size) {
  auto *entry = reinterpret_cast<const Elf64_Rela *>(imageBase() + offset);
  auto *end = entry + size / sizeof(Elf64_Rela);
  for (; entry != end; ++entry) {
    if (ELF64_R_TYPE(entry->r_info) != relative)
      fatal("the program has a relocation of an unknown type");
    wordAt(entry->r_offset) = imageBase() + entry->r_addend;
  }
}

// An even entry is an address to relocate; an odd one is a bitmap of the 63
// words that follow the last address.
void applyRelr(uint64_t offset, uint64_t size) {
  auto *entry = reinterpret_cast<const uint64_t *>(imageBase() + offset);
  auto *end = entry + size / sizeof(uint64_t);
  uint64_t next = 0;
  for (; entry != end; ++entry) {
    if (!(*entry & 1)) {
      wordAt(*entry) += imageBase();
      next = *entry + 8;
      continue;
    }
    for (unsigned i = 0; i < 63; ++i)
      if (*entry >> (i + 1) & 1)
        wordAt(next + 8 * i) += imageBase();
    next += 63 * 8;
  }
}

// RELRO: constants that held relocations.
void protectConstants() {
  constexpr uint64_t pageMask = -4096ull;
  const Elf64_Phdr *header = findProgramHeader(PT_GNU_RELRO);
  if (!header)
    return;
  uint64_t start = header->p_vaddr & pageMask;
  uint64_t end = (header->p_vaddr + header->p_memsz) & pageMask;
  sys(__NR_mprotect, imageBase() + start, end - start, PROT_READ);
}

} // namespace

const Elf64_Phdr *findProgramHeader(uint32_t type) {
  auto *header =
      reinterpret_cast<const Elf64_Phdr *>(imageBase() + __ehdr_start.e_phoff);
  auto *end = header + __ehdr_start.e_phnum;
  for (; header != end; ++header)
    if (header->p_type == type)
      return header;
  return nullptr;
}

void relocateSelf(const Elf64_Dyn *dynamic) {
  uint64_t rela = 0, relaSize = 0, relr = 0, relrSize = 0;
  for (; dynamic->d_tag != DT_NULL; ++dynamic) {
    uint64_t value = dynamic->d_un.d_val;
    // Comparisons, not a switch: a jump table may itself need relocation.
    if (dynamic->d_tag == DT_RELA)
      rela = value;
    else if (dynamic->d_tag == DT_RELASZ)
      relaSize = value;
    else if (dynamic->d_tag == dtRelr)
      relr = value;
    else if (dynamic->d_tag == dtRelrSize)
      relrSize = value;
  }
  applyRela(rela, relaSize);
  applyRelr(relr, relrSize);
  protectConstants();
}
