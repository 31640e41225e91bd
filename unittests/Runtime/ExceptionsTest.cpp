// Memory of exceptions: what is freed at once, what the collector frees, and
// what it must find.

#include "gtest/gtest.h"
#include <sys/mman.h>
#include <vector>

// The library's own names are other tests' too.
#define fatal exceptions_test_fatal
#define os_commit exceptions_test_commit
#define os_reserve exceptions_test_reserve
#include "exceptions.cpp"

namespace {

const WasmcTag small = {sizeof(WasmcException) + 8};
const WasmcTag large = {sizeof(WasmcException) + 1000 * 16};

struct Payload {
  WasmcException header;
  void *reference;
};

void *makeException(const WasmcTag &tag = small) {
  return wasmc_exception_new(const_cast<WasmcTag *>(&tag));
}

void *makeShared(const WasmcTag &tag = small) {
  void *exception = makeException(tag);
  wasmc_exception_share(exception);
  return exception;
}

// Whether the memory still holds an exception with that tag.
bool isAlive(void *exception, const WasmcTag &tag = small) {
  return static_cast<WasmcException *>(exception)->tag == &tag;
}

void *globalRoot;
void *tableRoots[3];
WasmcTable table = {tableRoots, 3, 3, 0, 0};
const WasmcExceptionRoot roots[] = {
    {reinterpret_cast<const uint64_t *>(&globalRoot), nullptr},
    {nullptr, &table}};
std::vector<uint64_t> stackWords;

class ExceptionsTest : public testing::Test {
protected:
  void SetUp() override {
    stackWords.clear();
    globalRoot = nullptr;
    std::fill(std::begin(tableRoots), std::end(tableRoots), nullptr);
    collect();
    ASSERT_EQ(0u, liveBytes);
  }
  static void hold(void *exception) {
    stackWords.push_back(reinterpret_cast<uint64_t>(exception));
  }
};

TEST_F(ExceptionsTest, WhatIsReleasedIsUsedAgain) {
  void *first = makeException();
  wasmc_exception_release(first);
  for (int i = 0; i < 1000; ++i) {
    void *next = makeException();
    EXPECT_EQ(first, next);
    wasmc_exception_release(next);
  }
}

TEST_F(ExceptionsTest, SharedAndKeptOnesOutliveARelease) {
  void *shared = makeShared(), *kept = makeException();
  wasmc_exception_keep(kept);
  hold(shared);
  hold(kept);
  for (void *exception : {shared, kept}) {
    wasmc_exception_release(exception);
    collect();
    EXPECT_TRUE(isAlive(exception));
  }
  unkeep(static_cast<WasmcException *>(kept));
  wasmc_exception_release(kept);
  EXPECT_FALSE(isAlive(kept));
}

TEST_F(ExceptionsTest, EveryKindOfRootIsFound) {
  void *onStack = makeShared(), *inside = makeShared(large), *global, *element;
  hold(onStack);
  stackWords.push_back(reinterpret_cast<uint64_t>(inside) + 15000);
  globalRoot = global = makeShared();
  tableRoots[2] = element = makeShared();
  void *garbage = makeShared();
  collect();
  EXPECT_TRUE(isAlive(onStack));
  EXPECT_TRUE(isAlive(inside, large));
  EXPECT_TRUE(isAlive(global));
  EXPECT_TRUE(isAlive(element));
  EXPECT_FALSE(isAlive(garbage));
}

TEST_F(ExceptionsTest, PayloadsAreFollowedInCirclesToo) {
  constexpr int count = 100000;
  std::vector<void *> chain;
  for (int i = 0; i < count; ++i) {
    chain.push_back(makeShared());
    static_cast<Payload *>(chain[i])->reference = i ? chain[i - 1] : nullptr;
    stackWords = {reinterpret_cast<uint64_t>(chain[i])};
  }
  static_cast<Payload *>(chain[0])->reference = chain.back();
  collect();
  for (void *exception : chain)
    ASSERT_TRUE(isAlive(exception));
  stackWords.clear();
  collect();
  EXPECT_EQ(0u, liveBytes);
}

TEST_F(ExceptionsTest, GarbageTakesBoundedMemory) {
  for (int i = 0; i < 1000000; ++i)
    makeShared(i % 1000 ? small : large);
  EXPECT_LT(usedBytes, 16u << 20);
}

TEST_F(ExceptionsTest, WordsThatOnlyLookAlikeDoNoHarm) {
  void *exception = makeException();
  auto base = reinterpret_cast<uint64_t>(exception) / chunkBytes * chunkBytes;
  wasmc_exception_release(exception);
  for (uint64_t offset = 0; offset < chunkBytes; offset += 8)
    stackWords.push_back(base + offset);
  stackWords.insert(stackWords.end(),
                    {0, 1, ~0ull, base - 8, base + usedBytes});
  collect();
  EXPECT_EQ(0u, liveBytes);
}

} // namespace

extern "C" const WasmcExceptionRoots wasmc_exception_roots = {roots, 2};

void fatal(const char *message) {
  ADD_FAILURE() << message;
  abort();
}

void *os_reserve(uint64_t, uint64_t size) {
  return mmap(nullptr, size, PROT_READ | PROT_WRITE,
              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
}

bool os_commit(void *, uint64_t) { return true; }

void os_visit_stack(void (*visit)(const uint64_t *begin, const uint64_t *end)) {
  visit(stackWords.data(), stackWords.data() + stackWords.size());
}
