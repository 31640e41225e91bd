// A position-independent executable without a loader relocates itself.

#ifndef WASMC_POSIX_RELOCATE_H
#define WASMC_POSIX_RELOCATE_H

#include <linux/elf.h>
#include <stdint.h>

// The first byte of the program's image; its addresses are counted from here.
extern "C" [[gnu::visibility("hidden")]] const Elf64_Ehdr __ehdr_start;

// The program header of that type, or null.
const Elf64_Phdr *findProgramHeader(uint32_t type);

// Applies the program's relative relocations and makes the relocated constants
// read-only.
void relocateSelf(const Elf64_Dyn *dynamic);

#endif
