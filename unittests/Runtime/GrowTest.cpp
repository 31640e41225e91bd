// memory.grow and table.grow over an operating system that runs out of memory
// on demand.

#include "gtest/gtest.h"
#include <cstdlib>
#include <cstring>
#include <vector>

namespace grow_test {

size_t committed, live, largestAllowed;

bool commit(void *, uint64_t size) {
  if (size > largestAllowed)
    return false;
  committed += size;
  return true;
}

void *allocate(uint64_t size) {
  if (size > largestAllowed)
    return nullptr;
  ++live;
  return calloc(size, 1);
}

void release(void *address, uint64_t) {
  --live;
  free(address);
}

} // namespace grow_test

#define os_commit grow_test_commit
#define os_allocate grow_test_allocate
#define os_free grow_test_free
#define wasmc_memory grow_test_memory
#include "abi/wasmc_abi.h"
#include "os.h"
bool os_commit(void *address, uint64_t size) {
  return grow_test::commit(address, size);
}
void *os_allocate(uint64_t size) { return grow_test::allocate(size); }
void os_free(void *address, uint64_t size) {
  grow_test::release(address, size);
}
#include "memory_grow.cpp"
#include "table_grow.cpp"

WasmcMemory wasmc_memory;

namespace {

using namespace grow_test;

class RuntimeGrow : public testing::Test {
protected:
  void SetUp() override {
    committed = live = 0;
    largestAllowed = ~size_t(0);
    static uint8_t base[1];
    wasmc_memory = {base, 2 * WASMC_PAGE_SIZE, 2, 10};
  }
};

TEST_F(RuntimeGrow, MemoryGrowsByDeltaAndAnswersTheOldSize) {
  EXPECT_EQ(2, wasmc_memory_grow(3));
  EXPECT_EQ(5u, wasmc_memory.pages);
  EXPECT_EQ(5u * WASMC_PAGE_SIZE, wasmc_memory.bytes);
  EXPECT_EQ(3u * WASMC_PAGE_SIZE, committed);
  EXPECT_EQ(5, wasmc_memory_grow(0));
}

TEST_F(RuntimeGrow, MemoryStopsAtItsMaximum) {
  EXPECT_EQ(-1, wasmc_memory_grow(9));
  EXPECT_EQ(-1, wasmc_memory_grow(0xffffffff));
  EXPECT_EQ(2u, wasmc_memory.pages);
  EXPECT_EQ(0u, committed);
  EXPECT_EQ(2, wasmc_memory_grow(8));
}

TEST_F(RuntimeGrow, MemoryIsUnchangedWhenTheSystemHasNoMore) {
  largestAllowed = WASMC_PAGE_SIZE;
  EXPECT_EQ(-1, wasmc_memory_grow(2));
  EXPECT_EQ(2u, wasmc_memory.pages);
  EXPECT_EQ(2u * WASMC_PAGE_SIZE, wasmc_memory.bytes);
}

TEST_F(RuntimeGrow, TableKeepsItsElementsAndFillsTheNewOnes) {
  int a, b;
  void *storage[2] = {&a, nullptr};
  WasmcTable table = {storage, 2, 2000, 0, 0};
  EXPECT_EQ(2, wasmc_table_grow(&table, &b, 0));
  EXPECT_EQ(storage, table.elems);
  EXPECT_EQ(2, wasmc_table_grow(&table, &b, 1998));
  EXPECT_EQ(2000u, table.size);
  EXPECT_EQ(&a, table.elems[0]);
  EXPECT_EQ(nullptr, table.elems[1]);
  EXPECT_EQ(&b, table.elems[2]);
  EXPECT_EQ(&b, table.elems[1999]);
  EXPECT_EQ(-1, wasmc_table_grow(&table, &b, 1));
  EXPECT_EQ(-1, wasmc_table_grow(&table, &b, 0xffffffff));
  EXPECT_EQ(2000u, table.size);
  os_free(table.elems, 0);
}

TEST_F(RuntimeGrow, TableMovesRarelyAndFreesWhatItLeaves) {
  void *storage[1];
  WasmcTable table = {storage, 0, 100000, 0, 0};
  unsigned moves = 0;
  for (unsigned i = 0; i < 100000; ++i) {
    void **before = table.elems;
    ASSERT_EQ(static_cast<int32_t>(i), wasmc_table_grow(&table, nullptr, 1));
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
  EXPECT_EQ(-1, wasmc_table_grow(&table, nullptr, 1000));
  EXPECT_EQ(2u, table.size);
  EXPECT_EQ(storage, table.elems);
  // What is needed fits although doubling would not.
  EXPECT_EQ(2, wasmc_table_grow(&table, nullptr, 900));
  EXPECT_EQ(-1, wasmc_table_grow(&table, nullptr, 1000));
  EXPECT_EQ(902, wasmc_table_grow(&table, nullptr, 90));
  os_free(table.elems, 0);
}

} // namespace
