// Numbers and texts of the guest, however large, cost no memory of the host that
// lasts: a path of megabytes, ten thousand buffers, ten thousand subscriptions,
// a list of names.
// RUN: %run_runtime %s --targets linux --env WASMC_DIR=%S

#include "runtime_process.h"

constexpr uint32_t textAt = 4 << 20, megabyte = 1 << 20;

static void setVectors(uint32_t count, uint32_t size) {
  for (uint32_t i = 0; i != count; ++i) {
    guest<uint32_t>(SubscriptionsAt)[2 * i] = textAt;
    guest<uint32_t>(SubscriptionsAt)[2 * i + 1] = size;
  }
}

static void largeArguments() {
  memset(guest<char>(textAt), 'x', 3 * megabyte);
  EQUAL(wasmc_wasi_path_open(3, 0, textAt, 3 * megabyte, 0, 0, 0, 0, CountAt),
        WASI_ENAMETOOLONG);
  EQUAL(wasmc_wasi_path_rename(3, textAt, megabyte, 3, textAt, megabyte),
        WASI_ENAMETOOLONG);
  EQUAL(wasmc_wasi_path_symlink(textAt, megabyte, 3, textAt, megabyte),
        WASI_ENAMETOOLONG);
  EQUAL(wasmc_wasi_path_readlink(3, textAt, 1, textAt, 3 * megabyte, CountAt),
        WASI_ENOENT);
  EQUAL(wasmc_wasi_random_get(textAt, 3 * megabyte), 0);
  for (uint32_t size = 0; size <= megabyte; size = size * 1000 + 1) {
    setVectors(10000, size);
    EQUAL(wasmc_wasi_fd_read(0, SubscriptionsAt, 10000, CountAt), 0);
  }
  for (uint32_t i = 0; i != 10000; ++i)
    clockIn(i);
  HOLDS(poll() >= 1);
  EQUAL(wasmc_wasi_fd_readdir(3, textAt, 3 * megabyte, 0, CountAt), 0);
}

void test() {
  pipeAsInput();
  closeInput();
  largeArguments();
  uint64_t memory = memoryInUse(), handles = countHandles();
  for (int i = 0; i != 20; ++i)
    largeArguments();
  EQUAL(memoryInUse(), memory);
  EQUAL(countHandles(), handles);
}
