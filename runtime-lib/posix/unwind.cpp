// Walks the guest's stack by the program's own call frame information. Every
// word it reads lies on that stack, whatever the tables say.

#include "unwind.h"
#include "os.h"
#include "relocate.h"
#include "stack.h"

namespace {

// Deep recursions repeat the same few call sites.
constexpr unsigned cacheSize = 64;
struct CacheEntry {
  uint64_t pc;
  CfiRow row;
};
// Not the entries themselves: what a library has for each thread must be small,
// or it cannot be loaded into a running process.
constinit thread_local CacheEntry *cache = nullptr;
constinit thread_local CacheEntry onlyEntry = {}; // if there is no memory

CacheEntry &cacheEntryFor(uint64_t pc) {
  if (!cache)
    cache =
        static_cast<CacheEntry *>(os_allocate(cacheSize * sizeof(CacheEntry)));
  return cache ? cache[(pc ^ pc >> 6) % cacheSize] : onlyEntry;
}

} // namespace

CfiSection programCfi() {
  auto *base = reinterpret_cast<const uint8_t *>(&__ehdr_start);
  const Elf64_Phdr *header = findProgramHeader(PT_GNU_EH_FRAME);
  if (!header)
    return {};
  auto *segment =
      reinterpret_cast<const Elf64_Phdr *>(base + __ehdr_start.e_phoff);
  auto *end = segment + __ehdr_start.e_phnum;
  for (; segment != end; ++segment)
    if (segment->p_type == PT_LOAD &&
        header->p_vaddr - segment->p_vaddr < segment->p_filesz)
      return {base + segment->p_vaddr,
              base + segment->p_vaddr + segment->p_filesz,
              base + header->p_vaddr};
  return {};
}

namespace {

bool isOnStack(uint64_t address) {
  return address >= guestStack.low && address % 8 == 0 &&
         address + 8 <= guestStack.high;
}

// A register that keeps its value over calls, or a base of the frame.
uint64_t *registerOf(OsFrame *frame, unsigned number) {
  switch (number) {
  case CfiRbx:
    return &frame->rbx;
  case CfiRbp:
    return &frame->fp;
  case CfiRsp:
    return &frame->sp;
  case CfiR11:
    return &frame->r11;
  case 12:
    return &frame->r12;
  case 13:
    return &frame->r13;
  case 14:
    return &frame->r14;
  case 15:
    return &frame->r15;
  }
  return nullptr;
}

// Restores what the callee saved. False if a slot is not on the stack.
bool restore(OsFrame *frame, const CfiRow &row, uint64_t cfa) {
  for (unsigned i = 0; i < cfiRegisterCount; ++i) {
    if (row.saved[i] == CfiRow::sameValue)
      continue;
    uint64_t slot = cfa + row.saved[i];
    uint64_t *target = i == CfiReturnAddress ? &frame->pc
                       : i == CfiRsp         ? nullptr
                                             : registerOf(frame, i);
    if (!target || !isOnStack(slot))
      return false;
    *target = *reinterpret_cast<const uint64_t *>(slot);
  }
  return true;
}

} // namespace

void releaseUnwinding() {
  if (cache)
    os_free(cache, cacheSize * sizeof(CacheEntry));
  cache = nullptr;
}

const CfiRow *unwindRow(const OsFrame &frame) {
  uint64_t pc = frame.pc - frame.pcIsReturnAddress;
  CacheEntry &entry = cacheEntryFor(pc);
  if (entry.pc == pc)
    return &entry.row;
  CfiSection section = programCfi();
  if (!section.header || !findCfiRow(section, pc, &entry.row)) {
    entry.pc = 0;
    return nullptr;
  }
  entry.pc = pc;
  return &entry.row;
}

bool os_unwind(OsFrame *frame, OsFunctionStart *start) {
  const CfiRow *row = unwindRow(*frame);
  uint64_t known = row ? row->functionStart : 0;
  *start = {known, known};
  if (!row || row->isOutermost ||
      row->saved[CfiReturnAddress] == CfiRow::sameValue)
    return false;
  const uint64_t *base = registerOf(frame, row->cfaRegister);
  uint64_t cfa = base ? *base + row->cfaOffset : 0;
  // The stack grows downwards, so a caller's frame is above: no endless walk.
  if (cfa <= frame->sp || cfa > guestStack.high || !restore(frame, *row, cfa))
    return false;
  frame->sp = cfa;
  frame->pcIsReturnAddress = true;
  return true;
}
