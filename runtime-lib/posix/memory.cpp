// Address space and memory from mmap.

#include "os.h"
#include "syscall.h"
#include <linux/mman.h>

namespace {

constexpr uint64_t anonymous = MAP_PRIVATE | MAP_ANONYMOUS;

// mmap's result as a pointer; null for a negated errno.
void *pointerOrNull(int64_t result) {
  return result < 0 && result >= -4095 ? nullptr
                                       : reinterpret_cast<void *>(result);
}

} // namespace

void *os_reserve(uint64_t address, uint64_t size) {
  uint64_t fixed = address ? MAP_FIXED_NOREPLACE : 0;
  int64_t result = sys(__NR_mmap, address, size, PROT_NONE,
                       anonymous | MAP_NORESERVE | fixed, ~0ull);
  void *memory = pointerOrNull(result);
  // Kernels before 4.17 take the address as a mere hint.
  if (memory && address && sysArg(memory) != address) {
    sys(__NR_munmap, sysArg(memory), size);
    return nullptr;
  }
  return memory;
}

bool os_commit(void *address, uint64_t size) {
  return sys(__NR_mprotect, sysArg(address), size, PROT_READ | PROT_WRITE) == 0;
}

void os_prefer_large_pages(void *address, uint64_t size) {
  sys(__NR_madvise, sysArg(address), size, MADV_HUGEPAGE);
}

void *os_allocate(uint64_t size) {
  return pointerOrNull(
      sys(__NR_mmap, 0, size, PROT_READ | PROT_WRITE, anonymous, ~0ull));
}

void os_free(void *address, uint64_t size) {
  sys(__NR_munmap, sysArg(address), size);
}
