// poll_oneoff: waiting for times and descriptors.

#include "fd_table.h"
#include "guest_memory.h"
#include "poll/poll_plan.h"
#include "wasi_functions.h"

namespace {

// More subscriptions than descriptors could need are refused, not stored.
constexpr uint32_t maxSubscriptions = 65536;

struct Poll {
  PollWait *waits;
  OsPoll *items;      // the descriptors that the OS must be asked about
  uint32_t *itemWait; // the index in `waits` of each item
  uint32_t count, itemCount;
};

PollTime readTime() {
  PollTime now = {0, 0};
  os_clock_time(ClockMonotonic, &now.monotonic);
  os_clock_time(ClockRealtime, &now.wall);
  return now;
}

// A regular file is always ready.
void answerFile(const FdEntry *entry, PollWait *wait) {
  OsStat stat;
  uint64_t position;
  wait->ready = true;
  wait->bytes = 1;
  if (wait->type == EventFdRead && !os_stat(entry->handle, &stat) &&
      !os_seek(entry->handle, 0, WhenceCur, &position))
    wait->bytes = stat.size > position ? stat.size - position : 0;
}

// Answers a descriptor's wait or makes it an item.
void planDescriptor(Poll *poll, uint32_t index) {
  PollWait *wait = &poll->waits[index];
  FdEntry *entry;
  wait->error = fdFind(wait->fd, 0, &entry);
  if (!wait->error) {
    uint64_t rights = RightPollFdReadwrite;
    rights |= wait->type == EventFdRead ? RightFdRead : RightFdWrite;
    if (entry->type == FiletypeDirectory)
      wait->error = WASI_EBADF;
    else if (rights & ~entry->rightsBase)
      wait->error = WASI_ENOTCAPABLE;
  }
  if (wait->error) {
    wait->ready = true;
  } else if (entry->type == FiletypeRegularFile) {
    answerFile(entry, wait);
  } else {
    poll->itemWait[poll->itemCount] = index;
    poll->items[poll->itemCount++] = {.handle = entry->handle,
                                      .write = wait->type == EventFdWrite,
                                      .ready = false,
                                      .hangup = false,
                                      .error = WASI_SUCCESS,
                                      .bytes = 0};
  }
}

// Waits until something is ready.
WasiErrno waitForAny(Poll *poll, PollTime now) {
  for (;;) {
    bool any = markDueClocks(poll->waits, poll->count, now);
    uint64_t until = any ? 0 : nextLook(poll->waits, poll->count, now);
    if (poll->itemCount || until)
      if (WasiErrno error = os_poll(poll->items, poll->itemCount, until))
        return error;
    for (uint32_t i = 0; i != poll->itemCount; ++i) {
      const OsPoll &item = poll->items[i];
      if (!item.ready)
        continue;
      PollWait &wait = poll->waits[poll->itemWait[i]];
      wait.ready = any = true;
      wait.error = item.error;
      wait.hangup = item.hangup;
      wait.bytes = item.bytes;
    }
    now = readTime();
    if (any) {
      markDueClocks(poll->waits, poll->count, now);
      return WASI_SUCCESS;
    }
  }
}

WasiErrno runPoll(Poll *poll, uint32_t in, uint32_t out, uint32_t result) {
  PollTime now = readTime();
  for (uint32_t i = 0; i != poll->count; ++i)
    if (WasiErrno error = planSubscription(
            guestLoad<WasiSubscription>(in + i * sizeof(WasiSubscription)), now,
            &poll->waits[i]))
      return error;
  for (uint32_t i = 0; i != poll->count; ++i)
    if (poll->waits[i].type != EventClock)
      planDescriptor(poll, i);
  if (WasiErrno error = waitForAny(poll, now))
    return error;
  uint32_t events = 0;
  for (uint32_t i = 0; i != poll->count; ++i)
    if (poll->waits[i].ready)
      guestStore(out + events++ * uint32_t(sizeof(WasiEvent)),
                 eventOf(poll->waits[i]));
  guestStore(result, events);
  return WASI_SUCCESS;
}

} // namespace

// Waits until at least one of the `count` subscriptions at `in`
// (WasiSubscription) is ready and stores an event (WasiEvent) at `out` for each
// that is, in their order; their number (u32) at `result`. A clock is never
// reported early by the time that clock_time_get tells. An event's `error`:
// EBADF for a descriptor that is not open or is a directory, ENOTCAPABLE for a
// missing right, ENOTSUP for a CPU clock.
//
// EINVAL: no subscriptions, or one of an unknown type, clock or flag. EFAULT:
// an address lies outside guest memory; nothing was written. ENOMEM: too many
// subscriptions.
extern "C" uint32_t wasmc_wasi_poll_oneoff(uint32_t in, uint32_t out,
                                           uint32_t count, uint32_t result) {
  if (count == 0)
    return WASI_EINVAL;
  if (!guestValid(in, uint64_t(count) * sizeof(WasiSubscription)) ||
      !guestValid(out, uint64_t(count) * sizeof(WasiEvent)) ||
      !guestValid(result, 4))
    return WASI_EFAULT;
  constexpr uint32_t small = 8;
  if (count <= small) {
    PollWait waits[small];
    OsPoll items[small];
    uint32_t itemWait[small];
    Poll poll = {waits, items, itemWait, count, 0};
    return runPoll(&poll, in, out, result);
  }
  if (count > maxSubscriptions)
    return WASI_ENOMEM;
  uint64_t each = sizeof(PollWait) + sizeof(OsPoll) + sizeof(uint32_t);
  auto *memory = static_cast<uint8_t *>(os_allocate(count * each));
  if (!memory)
    return WASI_ENOMEM;
  auto *waits = reinterpret_cast<PollWait *>(memory);
  auto *items = reinterpret_cast<OsPoll *>(waits + count);
  Poll poll = {waits, items, reinterpret_cast<uint32_t *>(items + count), count,
               0};
  WasiErrno error = runPoll(&poll, in, out, result);
  os_free(memory, count * each);
  return error;
}
