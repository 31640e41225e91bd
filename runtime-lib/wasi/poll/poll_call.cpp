// poll_oneoff between the guest's memory and the waiting.

#include "poll_call.h"
#include "../fd_table.h"
#include "../guest_memory.h"
#include "poll_set.h"

namespace {

// More subscriptions than descriptors could need are refused, not stored.
constexpr uint32_t maxSubscriptions = 65536;

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

// Answers a descriptor's wait or lets the system be asked.
void planDescriptor(PollSet *set, PollWait *wait) {
  FdEntry *entry;
  wait->error = fdFind(wait->fd, 0, &entry);
  if (!wait->error) {
    uint64_t rights = RightPollFdReadwrite;
    rights |= wait->type == EventFdWrite            ? RightFdWrite
              : entry->rightsBase & RightSockAccept ? RightSockAccept
                                                    : RightFdRead;
    if (entry->type == FiletypeDirectory)
      wait->error = WASI_EBADF;
    else if (rights & ~entry->rightsBase)
      wait->error = WASI_ENOTCAPABLE;
  }
  if (wait->error)
    wait->ready = true;
  else if (entry->type == FiletypeRegularFile)
    answerFile(entry, wait);
  else
    set->ask(wait, entry->handle, entry->type, entry->fdflags & FdflagNonblock);
}

WasiErrno runPoll(PollSet *set, const PollSource &source, uint32_t in,
                  uint32_t out, uint32_t count, uint32_t result) {
  for (uint32_t i = 0; i != count; ++i)
    if (WasiErrno error = set->add(source.load(in + i * source.size)))
      return error;
  for (uint32_t i = 0; i != count; ++i)
    if (set->waits[i].type != EventClock)
      planDescriptor(set, &set->waits[i]);
  if (WasiErrno error = set->wait(pollThread()))
    return error;
  uint32_t events = 0;
  for (uint32_t i = 0; i != count; ++i)
    if (set->waits[i].ready)
      guestStore(out + events++ * uint32_t(sizeof(WasiEvent)),
                 eventOf(set->waits[i]));
  guestStore(result, events);
  return WASI_SUCCESS;
}

} // namespace

WasiErrno pollOneoff(const PollSource &source, uint32_t in, uint32_t out,
                     uint32_t count, uint32_t result) {
  uint64_t start;
  os_clock_time(ClockMonotonic, &start);
  if (count == 0)
    return WASI_EINVAL;
  if (!guestValid(in, uint64_t(count) * source.size) ||
      !guestValid(out, uint64_t(count) * sizeof(WasiEvent)) ||
      !guestValid(result, 4))
    return WASI_EFAULT;
  constexpr uint32_t small = 8;
  if (count <= small) {
    alignas(8) uint8_t memory[PollSet::bytesFor(small)];
    PollSet set(memory, count, start);
    return runPoll(&set, source, in, out, count, result);
  }
  if (count > maxSubscriptions)
    return WASI_ENOMEM;
  uint64_t size = PollSet::bytesFor(count);
  void *memory = os_allocate(size);
  if (!memory)
    return WASI_ENOMEM;
  PollSet set(memory, count, start);
  WasiErrno error = runPoll(&set, source, in, out, count, result);
  os_free(memory, size);
  return error;
}
