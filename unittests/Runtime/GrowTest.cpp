// Linear memories and tables over an operating system that runs out of memory
// on demand.

#include "gtest/gtest.h"
#include <cstdlib>
#include <vector>

// The library's own names are other tests' too.
#define fatal grow_test_fatal
#define os_allocate grow_test_allocate
#define os_commit grow_test_commit
#define os_free grow_test_free
#define os_prefer_large_pages grow_test_prefer_large_pages
#define os_reserve grow_test_reserve
#define wasmc_memory grow_test_memory
#define wasmc_module grow_test_module
#include "linear_memory.cpp"
#include "memory_grow.cpp"
#include "table_grow.cpp"

namespace {

constexpr uint64_t failed = -1;
constexpr uint64_t page = WASMC_PAGE_SIZE;

size_t committed, live, largestAllowed;
std::vector<void *> largeFrom;
// Never touched: only the addresses matter.
uint8_t *const somewhere = reinterpret_cast<uint8_t *>(1ull << 40);

WasmcMemory memory64;
const WasmcMemoryType memoryTypes[] = {
    {&wasmc_memory, 1ull << 32, 2, 10, WASMC_PAGE_SIZE, 0},
    {&memory64, 0, 3, 300, 1000, 1},
};

} // namespace

extern "C" const WasmcModule wasmc_module = {
    WASMC_ABI_VERSION, 0, memoryTypes, 2,      0, nullptr, nullptr, 0, 0,
    nullptr,           0, nullptr,     nullptr};

void fatal(const char *message) {
  ADD_FAILURE() << message;
  abort();
}

void *os_reserve(uint64_t address, uint64_t) {
  return address ? reinterpret_cast<void *>(address) : somewhere;
}

bool os_commit(void *, uint64_t size) {
  if (size > largestAllowed)
    return false;
  committed += size;
  return true;
}

void os_prefer_large_pages(void *address, uint64_t) {
  largeFrom.push_back(address);
}

void *os_allocate(uint64_t size) {
  if (size > largestAllowed)
    return nullptr;
  ++live;
  return calloc(size, 1);
}

void os_free(void *address, uint64_t) {
  --live;
  free(address);
}

namespace {

class RuntimeGrow : public testing::Test {
protected:
  void SetUp() override {
    largestAllowed = ~size_t(0);
    largeFrom.clear();
    startLinearMemories();
    committed = live = 0;
  }
  uint64_t growMemory(uint64_t delta) {
    return wasmc_memory_grow(&wasmc_memory, delta);
  }
};

TEST_F(RuntimeGrow, MemoriesStartWithTheirFirstPages) {
  EXPECT_EQ(1ull << 32, reinterpret_cast<uint64_t>(wasmc_memory.base));
  EXPECT_EQ(2u, wasmc_memory.pages);
  EXPECT_EQ(2 * page, wasmc_memory.bytes);
  EXPECT_EQ(3u, memory64.pages);
  EXPECT_EQ(3000u, memory64.bytes);
}

TEST_F(RuntimeGrow, LargePagesAreForLargeMemoriesBehindTheirFirst8MiB) {
  EXPECT_EQ(std::vector<void *>{wasmc_memory.base + (8 << 20)}, largeFrom);
}

TEST_F(RuntimeGrow, GuestCodeReachesFromTheEndTo33BitsAndAPageBelow) {
  uint64_t base = reinterpret_cast<uint64_t>(wasmc_memory.base);
  EXPECT_EQ(nullptr, memoryBelow(base - page - 1));
  EXPECT_EQ(&wasmc_memory, memoryBelow(base - page));
  EXPECT_EQ(&wasmc_memory, memoryBelow(base - 1));
  EXPECT_EQ(nullptr, memoryBelow(base));
  EXPECT_EQ(nullptr, memoryBelow(base + 2 * page - 1));
  EXPECT_EQ(&wasmc_memory, memoryBelow(base + 2 * page));
  EXPECT_EQ(&wasmc_memory, memoryBelow(base + (1ull << 33) + 15));
  EXPECT_EQ(nullptr, memoryBelow(base + (1ull << 33) + 16));
}

TEST_F(RuntimeGrow, MemoryGrowsByDeltaAndAnswersTheOldSize) {
  EXPECT_EQ(2u, growMemory(3));
  EXPECT_EQ(5u, wasmc_memory.pages);
  EXPECT_EQ(5 * page, wasmc_memory.bytes);
  EXPECT_EQ(3 * page, committed);
  EXPECT_EQ(5u, growMemory(0));
}

TEST_F(RuntimeGrow, MemoryStopsAtItsMaximum) {
  EXPECT_EQ(failed, growMemory(9));
  EXPECT_EQ(failed, growMemory(0xffffffff));
  EXPECT_EQ(failed, growMemory(~0ull));
  EXPECT_EQ(2u, wasmc_memory.pages);
  EXPECT_EQ(0u, committed);
  EXPECT_EQ(2u, growMemory(8));
}

TEST_F(RuntimeGrow, MemoryIsUnchangedWhenTheSystemHasNoMore) {
  largestAllowed = page;
  EXPECT_EQ(failed, growMemory(2));
  EXPECT_EQ(2u, wasmc_memory.pages);
  EXPECT_EQ(2 * page, wasmc_memory.bytes);
}

TEST_F(RuntimeGrow, SmallPagesShareThePagesOfTheSystem) {
  EXPECT_EQ(3u, wasmc_memory_grow(&memory64, 60)); // 63000 bytes
  EXPECT_EQ(0u, committed);
  EXPECT_EQ(63u, wasmc_memory_grow(&memory64, 3)); // 66000 bytes
  EXPECT_EQ(page, committed);
  EXPECT_EQ(66000u, memory64.bytes);
}

TEST_F(RuntimeGrow, TableKeepsItsElementsAndFillsTheNewOnes) {
  int a, b;
  void *storage[2] = {&a, nullptr};
  WasmcTable table = {storage, 2, 2000, 0, 0};
  EXPECT_EQ(2u, wasmc_table_grow(&table, &b, 0));
  EXPECT_EQ(storage, table.elems);
  EXPECT_EQ(2u, wasmc_table_grow(&table, &b, 1998));
  EXPECT_EQ(2000u, table.size);
  EXPECT_EQ(&a, table.elems[0]);
  EXPECT_EQ(nullptr, table.elems[1]);
  EXPECT_EQ(&b, table.elems[2]);
  EXPECT_EQ(&b, table.elems[1999]);
  EXPECT_EQ(failed, wasmc_table_grow(&table, &b, 1));
  EXPECT_EQ(failed, wasmc_table_grow(&table, &b, 0xffffffff));
  EXPECT_EQ(failed, wasmc_table_grow(&table, &b, ~0ull));
  EXPECT_EQ(2000u, table.size);
  os_free(table.elems, 0);
}

TEST_F(RuntimeGrow, TableMovesRarelyAndFreesWhatItLeaves) {
  void *storage[1];
  WasmcTable table = {storage, 0, 100000, 0, 0};
  unsigned moves = 0;
  for (unsigned i = 0; i < 100000; ++i) {
    void **before = table.elems;
    ASSERT_EQ(i, wasmc_table_grow(&table, nullptr, 1));
    moves += before != table.elems;
  }
  EXPECT_LE(moves, 10u);
  EXPECT_EQ(1u, live);
  os_free(table.elems, 0);
}

TEST_F(RuntimeGrow, TableIsUnchangedWhenTheSystemHasNoMore) {
  void *storage[2] = {};
  WasmcTable table = {storage, 2, 100000, 0, 0};
  largestAllowed = 8000;
  EXPECT_EQ(failed, wasmc_table_grow(&table, nullptr, 1000));
  EXPECT_EQ(2u, table.size);
  EXPECT_EQ(storage, table.elems);
  // What is needed fits although doubling would not.
  EXPECT_EQ(2u, wasmc_table_grow(&table, nullptr, 900));
  EXPECT_EQ(failed, wasmc_table_grow(&table, nullptr, 1000));
  EXPECT_EQ(902u, wasmc_table_grow(&table, nullptr, 90));
  os_free(table.elems, 0);
}

} // namespace
