// Address space and memory from VirtualAlloc.

#include "os.h"
#include <windows.h>

void *os_reserve(uint64_t address, uint64_t size) {
  return VirtualAlloc(reinterpret_cast<void *>(address), size, MEM_RESERVE,
                      PAGE_NOACCESS);
}

bool os_commit(void *address, uint64_t size) {
  return VirtualAlloc(address, size, MEM_COMMIT, PAGE_READWRITE) != nullptr;
}

// Those need a privilege, and are never given back.
void os_prefer_large_pages(void *, uint64_t) {}

void *os_allocate(uint64_t size) {
  return VirtualAlloc(nullptr, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
}

void os_free(void *address, uint64_t size) {
  VirtualFree(address, 0, MEM_RELEASE);
}
