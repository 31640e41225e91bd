// The end of a descriptor table, of an instance that ends before its process.

#include "abi/runtime_functions.h"
#include "fd_chunks.h"
#include "instance.h"

// Whoever ended in the middle of something holds no lock any more.
extern "C" void wasmc_close_descriptors() {
  WasmcInstance *instance = runningInstance();
  if (instance && !instance->descriptors)
    return;
  FdTable &table = fdTable();
  table.lock = Lock();
  for (uint32_t i = 0; i != maxDescriptors / fdChunkSize; ++i) {
    FdEntry *chunk = table.chunks[i];
    if (!chunk)
      continue;
    for (uint32_t fd = 0; fd != fdChunkSize; ++fd)
      if (chunk[fd].open)
        fdRelease(i * fdChunkSize + fd);
    os_free(chunk, fdChunkSize * sizeof(FdEntry));
  }
  table = {};
  if (!instance)
    return;
  os_free(&table, sizeof table);
  instance->descriptors = nullptr;
}
