// The pump reads a block, hands it over, and reads the next when that is gone.
// Each side touches the block only while it is its turn: the thread while
// `full` is false, the guest while it is true.

#include "pump.h"

namespace {

struct Pump {
  HANDLE thread, filled, wanted;
  bool isConsole, stops, full;
  WasiErrno error;
  bool ended; // in place of bytes: the end of input
  uint32_t start, end;
  char block[64 << 10];
};

Pump *pump;
SRWLOCK guestSide = SRWLOCK_INIT;

struct Locked {
  Locked() { AcquireSRWLockExclusive(&guestSide); }
  ~Locked() { ReleaseSRWLockExclusive(&guestSide); }
};

DWORD WINAPI runPump(void *) {
  for (;;) {
    OsBuffer buffer = {pump->block, sizeof(pump->block)};
    size_t size = 0;
    OsHandle handle = pumpedInput.handle;
    pump->error =
        pump->isConsole
            ? readConsole(toHandle(handle), &buffer, 1, &size)
            : transfer(false, handle, &buffer, 1, nullptr, false, &size);
    pump->start = 0;
    pump->end = uint32_t(size);
    pump->ended = !pump->error && size == 0;
    __atomic_store_n(&pump->full, true, __ATOMIC_RELEASE);
    SetEvent(pump->filled);
    // A pipe's end is for ever; a console goes on after Ctrl-Z.
    if (pump->error || (pump->ended && !pump->isConsole))
      return 0;
    WaitForSingleObject(pump->wanted, INFINITE);
    if (pump->stops)
      return 0;
  }
}

void wantMore() {
  ResetEvent(pump->filled);
  __atomic_store_n(&pump->full, false, __ATOMIC_RELEASE);
  SetEvent(pump->wanted);
}

WasiErrno readPumped(const OsBuffer *buffers, uint32_t count, size_t *done) {
  Locked lock;
  *done = 0;
  if (!sizeOf(buffers, count))
    return WASI_SUCCESS;
  WaitForSingleObject(pump->filled, INFINITE);
  if (pump->error)
    return pump->error;
  for (uint32_t i = 0; i != count; ++i) {
    uint32_t left = pump->end - pump->start;
    uint32_t size = buffers[i].size < left ? uint32_t(buffers[i].size) : left;
    __builtin_memcpy(buffers[i].data, pump->block + pump->start, size);
    pump->start += size;
    *done += size;
  }
  if (pump->start == pump->end && (!pump->ended || pump->isConsole))
    wantMore();
  return WASI_SUCCESS;
}

void freePump() {
  HANDLE handles[] = {pump->thread, pump->filled, pump->wanted};
  for (HANDLE handle : handles)
    if (handle)
      CloseHandle(handle);
  os_free(pump, sizeof(Pump));
  pump = nullptr;
}

// Ends the thread, so that the handle can be closed. A read that cannot be
// cancelled keeps it: false.
bool stopPump() {
  Locked lock;
  pump->stops = true;
  SetEvent(pump->wanted);
  for (unsigned tries = 0; tries != 100; ++tries) {
    CancelSynchronousIo(pump->thread); // in vain unless it is reading just now
    if (WaitForSingleObject(pump->thread, 1) == WAIT_OBJECT_0) {
      freePump();
      pumpedInput.handle = osNoHandle;
      return true;
    }
  }
  return false;
}

WasiErrno startThread(bool isConsole) {
  constexpr size_t stackSize = 64 << 10;
  auto *made = static_cast<Pump *>(os_allocate(sizeof(Pump)));
  if (!made)
    return WASI_ENOMEM;
  made->isConsole = isConsole;
  made->filled = CreateEventW(nullptr, TRUE, FALSE, nullptr);
  made->wanted = CreateEventW(nullptr, FALSE, FALSE, nullptr);
  pump = made;
  if (made->filled && made->wanted)
    made->thread = CreateThread(nullptr, stackSize, runPump, nullptr,
                                STACK_SIZE_PARAM_IS_A_RESERVATION, nullptr);
  if (made->thread)
    return WASI_SUCCESS;
  freePump();
  return WASI_ENOMEM;
}

} // namespace

WasiErrno pumpStart(OsHandle handle, bool isConsole, HANDLE *filled) {
  Locked lock;
  if (!pump) {
    pumpedInput = {handle, readPumped, stopPump};
    if (WasiErrno error = startThread(isConsole)) {
      pumpedInput.handle = osNoHandle;
      return error;
    }
  }
  *filled = pump->filled;
  return WASI_SUCCESS;
}

bool pumpLook(OsPoll &item) {
  if (item.handle != pumpedInput.handle)
    return false;
  item.canRead = __atomic_load_n(&pump->full, __ATOMIC_ACQUIRE);
  if (!item.canRead)
    return true;
  item.bytes = pump->end - pump->start;
  item.readHangup = pump->ended && !pump->isConsole;
  return true;
}
