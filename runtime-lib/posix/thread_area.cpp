// Lays out and fills the memory of a thread.

#include "thread_area.h"
#include "abi/wasmc_abi.h"
#include "os.h"
#include "relocate.h"
#include "runtime.h"
#include "syscall.h"
#include <asm/signal.h>

constinit thread_local GuestStack guestStack = {};

namespace {

constexpr uint64_t pageSize = 4096;
// Large enough that no frame of runtime code can step over it (generated code
// probes its large frames).
constexpr uint64_t guardSize = 1 << 20;
// A signal frame with AVX-512 and AMX state is 12 KiB; the report needs less.
constexpr uint64_t handlerStackSize = 64 << 10;

// What the executable says about its thread-local variables. They end at the
// thread pointer, or a little below it for the sake of their alignment.
struct Variables {
  const uint8_t *image = nullptr;
  uint64_t imageSize = 0, size = 0, alignment = 16, bytesToPointer = 0;
};

Variables findVariables() {
  Variables found;
  const Elf64_Phdr *header = findProgramHeader(PT_TLS);
  if (!header)
    return found;
  found.image =
      reinterpret_cast<const uint8_t *>(&__ehdr_start) + header->p_vaddr;
  found.imageSize = header->p_filesz;
  found.size = header->p_memsz;
  if (header->p_align > found.alignment)
    found.alignment = header->p_align;
  uint64_t rest = -header->p_vaddr - header->p_memsz;
  found.bytesToPointer = found.size + (rest & (header->p_align - 1));
  return found;
}

// To a multiple of a power of two.
uint64_t roundUp(uint64_t value, uint64_t unit) {
  return (value + unit - 1) & -unit;
}

} // namespace

bool createThreadArea(uint64_t extra, ThreadArea *area) {
  Variables variables = findVariables();
  uint64_t stack = roundUp(wasmc_module.stackSize, pageSize);
  uint64_t own = handlerStackSize + variables.bytesToPointer +
                 variables.alignment + 2 * sizeof(uint64_t) + extra;
  uint64_t usable = stack + roundUp(own, pageSize);
  auto *memory = static_cast<uint8_t *>(os_reserve(0, guardSize + usable));
  if (!memory)
    return false;
  area->memory = memory;
  area->size = guardSize + usable;
  if (!os_commit(memory + guardSize, usable)) {
    os_free(area->memory, area->size);
    return false;
  }
  area->stack.guard = sysArg(memory);
  area->stack.low = area->stack.guard + guardSize;
  area->stack.high = area->stack.low + stack;
  area->handlerStack = area->stack.high;
  area->pointer =
      roundUp(area->handlerStack + handlerStackSize + variables.bytesToPointer,
              variables.alignment);
  memcpy(reinterpret_cast<void *>(area->pointer - variables.bytesToPointer),
         variables.image, variables.imageSize);
  *reinterpret_cast<uint64_t *>(area->pointer) = area->pointer;
  area->extra = reinterpret_cast<uint64_t *>(area->pointer) + 2;
  return true;
}

void enterThreadArea(const ThreadArea &area) {
  guestStack = area.stack;
  stack_t handlers = {reinterpret_cast<void *>(area.handlerStack), 0,
                      handlerStackSize};
  if (sys(__NR_sigaltstack, sysArg(&handlers), 0))
    fatal("cannot set the stack of the fault handler");
}
