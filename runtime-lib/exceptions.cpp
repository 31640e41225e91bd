// Memory of exceptions. Most are thrown, caught once and freed there and then.
// Those to which references were handed out, or that a legacy handler kept and
// did not throw again, are found by a collector: it marks what the stack, the
// registers, globals, tables and the payloads of other exceptions may refer to,
// taking every word there for a reference that looks like one, and frees the
// rest. It runs when memory doubled since the last time, so it costs a constant
// factor, and generated code knows nothing of it. Each thread has its own
// exceptions: linear memory, all that threads share, cannot hold references.

#include "exceptions.h"
#include "abi/runtime_functions.h"
#include "os.h"
#include "runtime.h"

namespace {

constexpr uint64_t regionBytes = 1ull << 30;
constexpr uint64_t chunkBytes = 1 << 16;
// A collection pays from here on.
constexpr uint64_t smallestThreshold = 1 << 20;
constexpr unsigned smallestSlotLog2 = 5;
constexpr unsigned largestSlotLog2 = 15;
static_assert(1u << largestSlotLog2 == WASMC_MAX_EXCEPTION_BYTES);
constexpr uint64_t unit = 16; // of links

// An exception as this file sees it.
struct Slot {
  const WasmcTag *tag; // null: free
  uint32_t link;       // to the next free slot, or the next to scan; 0: none
  uint32_t isMarked : 1;
  uint32_t isShared : 1; // references exist
  uint32_t keepers : 30; // handlers that may throw it again
};
static_assert(sizeof(Slot) == sizeof(WasmcException));

// The first bytes of a chunk, whose slots are all of one size.
struct alignas(16) Chunk {
  uint64_t slotLog2, slotCount;
  Slot *slot(uint64_t index) {
    return reinterpret_cast<Slot *>(reinterpret_cast<uint8_t *>(this + 1) +
                                    (index << slotLog2));
  }
};

constinit thread_local uint8_t *region = nullptr;
// Whole chunks from the start of the region.
constinit thread_local uint64_t usedBytes = 0;
constinit thread_local uint64_t liveBytes = 0;
constinit thread_local uint64_t threshold = smallestThreshold;
// Links, by the size's log2.
constinit thread_local uint32_t freeSlots[largestSlotLog2 + 1] = {};
constinit thread_local uint32_t unscanned = 0; // a link
constinit thread_local bool collecting = false;

uint32_t linkTo(Slot *slot) {
  return (reinterpret_cast<uint8_t *>(slot) - region) / unit;
}

Slot *slotAt(uint32_t link) {
  return reinterpret_cast<Slot *>(region + link * unit);
}

Chunk *chunkAt(uint64_t offset) {
  return reinterpret_cast<Chunk *>(region + offset / chunkBytes * chunkBytes);
}

void freeSlot(Slot *slot, uint64_t slotLog2) {
  slot->tag = nullptr;
  slot->link = freeSlots[slotLog2];
  freeSlots[slotLog2] = linkTo(slot);
  liveBytes -= 1ull << slotLog2;
}

void addChunk(unsigned slotLog2) {
  if (!region)
    region = static_cast<uint8_t *>(os_reserve(0, regionBytes));
  if (!region || usedBytes == regionBytes ||
      !os_commit(region + usedBytes, chunkBytes))
    fatal("out of memory for exceptions");
  Chunk *chunk = chunkAt(usedBytes);
  usedBytes += chunkBytes;
  chunk->slotLog2 = slotLog2;
  chunk->slotCount = (chunkBytes - sizeof(Chunk)) >> slotLog2;
  liveBytes += chunk->slotCount << slotLog2;
  for (uint64_t i = chunk->slotCount; i-- > 0;)
    freeSlot(chunk->slot(i), slotLog2);
}

// The exception that the word points to or into, or null.
Slot *slotOf(uint64_t word) {
  uint64_t offset = word - reinterpret_cast<uint64_t>(region);
  if (offset >= usedBytes)
    return nullptr;
  Chunk *chunk = chunkAt(offset);
  uint64_t within = offset % chunkBytes - sizeof(Chunk);
  uint64_t index = within >> chunk->slotLog2;
  if (within >= chunkBytes || index >= chunk->slotCount)
    return nullptr;
  Slot *slot = chunk->slot(index);
  return slot->tag ? slot : nullptr;
}

void mark(const uint64_t *begin, const uint64_t *end) {
  for (; begin < end; ++begin) {
    Slot *slot = slotOf(*begin);
    if (!slot || slot->isMarked)
      continue;
    slot->isMarked = true;
    slot->link = unscanned;
    unscanned = linkTo(slot);
  }
}

void markRoots() {
  os_visit_stack(mark);
  for (uint64_t i = 0; i < wasmc_exception_roots.count; ++i) {
    const WasmcExceptionRoot &root = wasmc_exception_roots.roots[i];
    if (root.global)
      mark(root.global, root.global + 1);
    else
      mark(reinterpret_cast<uint64_t *>(root.table->elems),
           reinterpret_cast<uint64_t *>(root.table->elems + root.table->size));
  }
}

// Calls `visit` with every slot and its size's log2.
template <class Visit> void forEachSlot(Visit visit) {
  for (uint64_t offset = 0; offset < usedBytes; offset += chunkBytes) {
    Chunk *chunk = chunkAt(offset);
    for (uint64_t i = 0; i < chunk->slotCount; ++i)
      visit(chunk->slot(i), chunk->slotLog2);
  }
}

void collect() {
  // A trap that somebody recovered from may have cut the last one short.
  if (collecting)
    forEachSlot([](Slot *slot, uint64_t) { slot->isMarked = false; });
  collecting = true;
  unscanned = 0;
  markRoots();
  while (unscanned) {
    Slot *slot = slotAt(unscanned);
    unscanned = slot->link;
    auto *payload = reinterpret_cast<uint64_t *>(slot + 1);
    mark(payload, payload + (slot->tag->bytes - sizeof(Slot)) / 8);
  }
  forEachSlot([](Slot *slot, uint64_t slotLog2) {
    if (slot->tag && !slot->isMarked)
      freeSlot(slot, slotLog2);
    slot->isMarked = false;
  });
  collecting = false;
  threshold = 2 * liveBytes;
  if (threshold < smallestThreshold)
    threshold = smallestThreshold;
}

Slot *slotOf(void *exception) { return static_cast<Slot *>(exception); }

} // namespace

extern "C" void *wasmc_exception_new(void *tag) {
  auto *known = static_cast<const WasmcTag *>(tag);
  unsigned slotLog2 = smallestSlotLog2;
  while (known->bytes > 1ull << slotLog2)
    ++slotLog2;
  if (liveBytes + (1ull << slotLog2) > threshold)
    collect();
  if (!freeSlots[slotLog2])
    addChunk(slotLog2);
  Slot *slot = slotAt(freeSlots[slotLog2]);
  freeSlots[slotLog2] = slot->link;
  liveBytes += 1ull << slotLog2;
  *slot = {known, 0, false, false, 0};
  return slot;
}

extern "C" void wasmc_exception_release(void *exception) {
  Slot *slot = slotOf(exception);
  if (slot->isShared || slot->keepers)
    return;
  uint64_t offset = reinterpret_cast<uint8_t *>(slot) - region;
  freeSlot(slot, chunkAt(offset)->slotLog2);
}

extern "C" void wasmc_exception_keep(void *exception) {
  Slot *slot = slotOf(exception);
  // A count that overflows could free too early: leave it to the collector.
  if (++slot->keepers == 0)
    slot->isShared = true;
}

extern "C" void wasmc_exception_share(void *exception) {
  slotOf(exception)->isShared = true;
}

void releaseExceptions() {
  if (region)
    os_free(region, regionBytes);
}

void unkeep(WasmcException *exception) { --slotOf(exception)->keepers; }
