// fd_readdir: the names in a directory.
//
// The names are read all at once when a guest starts at cookie 0, and kept
// with the descriptor; a cookie is a number in that list. So files that come
// and go meanwhile cannot make names repeat or disappear.

#include "fd_chunks.h"
#include "guest_memory.h"
#include "preopens.h"
#include "runtime.h"
#include "wasi_functions.h"

namespace {

struct NameHeader { // followed by the name; not aligned
  uint64_t ino;
  uint32_t size;
  uint8_t type;
};
constexpr uint64_t headerSize = 13;

struct Snapshot {
  FdEntry *entry;
  uint64_t parentIno;
};

bool reserve(FdEntry *entry, uint64_t size) {
  uint64_t needed = entry->namesUsed + size;
  if (needed <= entry->namesCapacity)
    return true;
  uint64_t capacity = entry->namesCapacity ? entry->namesCapacity : 4096;
  while (capacity < needed)
    capacity *= 2;
  void *names = os_allocate(capacity);
  if (!names)
    return false;
  memcpy(names, entry->names, entry->namesUsed);
  uint64_t used = entry->namesUsed;
  fdForgetNames(entry);
  entry->names = names;
  entry->namesCapacity = capacity;
  entry->namesUsed = used;
  return true;
}

bool append(FdEntry *entry, const char *name, size_t size, uint64_t ino,
            uint8_t type) {
  if (!reserve(entry, headerSize + size))
    return false;
  auto *to = static_cast<uint8_t *>(entry->names) + entry->namesUsed;
  uint32_t size32 = uint32_t(size);
  memcpy(to, &ino, 8);
  memcpy(to + 8, &size32, 4);
  to[12] = type;
  memcpy(to + headerSize, name, size);
  entry->namesUsed += headerSize + size;
  return true;
}

bool takeName(void *context, const char *name, size_t size, uint64_t ino,
              uint8_t type) {
  auto *snapshot = static_cast<Snapshot *>(context);
  if (name[0] == '.' && size == 1)
    return true;
  if (name[0] == '.' && size == 2 && name[1] == '.') {
    snapshot->parentIno = ino;
    return true;
  }
  return append(snapshot->entry, name, size, ino, type);
}

WasiErrno takeSnapshot(FdEntry *entry) {
  OsStat stat;
  fdForgetNames(entry);
  if (WasiErrno error = os_stat(entry->handle, &stat))
    return error;
  if (!append(entry, ".", 1, stat.ino, FiletypeDirectory) ||
      !append(entry, "..", 2, stat.ino, FiletypeDirectory))
    return WASI_ENOMEM;
  Snapshot snapshot = {entry, stat.ino};
  if (WasiErrno error = os_read_directory(entry->handle, takeName, &snapshot)) {
    fdForgetNames(entry);
    return error;
  }
  // What is above a preopened directory is none of the guest's business.
  if (!entry->preopenName)
    memcpy(static_cast<uint8_t *>(entry->names) + headerSize + 1,
           &snapshot.parentIno, 8);
  return WASI_SUCCESS;
}

// Copies as much of `data` as the buffer still holds.
void copyPart(uint32_t buffer, uint32_t size, uint32_t *used, const void *data,
              uint32_t dataSize) {
  uint32_t part = size - *used < dataSize ? size - *used : dataSize;
  memcpy(guestPointer(buffer) + *used, data, part);
  *used += part;
}

} // namespace

// Fills the `size` bytes at `buffer` with entries (WasiDirent, then the name
// without a terminator) of the directory `fd` from `cookie` on: 0, or what an
// entry's `next` said. The last entry may be cut off. Stores the bytes filled
// (u32) at `used`: fewer than `size` at the end of the directory. "." and ".."
// come first.
//
// EBADF: `fd` is not open. ENOTDIR: no directory. ENOTCAPABLE: the right is
// missing. EFAULT: an address lies outside guest memory. ENOMEM: too many
// names. EIO: of the OS.
extern "C" uint32_t wasmc_wasi_fd_readdir(uint32_t fd, uint32_t buffer,
                                          uint32_t size, uint64_t cookie,
                                          uint32_t used) {
  FdEntry *entry;
  if (WasiErrno error = findDirectory(fd, RightFdReaddir, &entry))
    return error;
  if (!guestValid(buffer, size) || !guestValid(used, 4))
    return WASI_EFAULT;
  Locked locked(fdTable().lock);
  if (!entry->open)
    return WASI_EBADF;
  if (cookie == 0 || !entry->names)
    if (WasiErrno error = takeSnapshot(entry))
      return error;
  uint32_t filled = 0;
  uint64_t index = 0;
  auto *names = static_cast<const uint8_t *>(entry->names);
  for (uint64_t at = 0; at != entry->namesUsed && filled != size; ++index) {
    NameHeader name;
    memcpy(&name.ino, names + at, 8);
    memcpy(&name.size, names + at + 8, 4);
    name.type = names[at + 12];
    if (index >= cookie) {
      WasiDirent dirent;
      memset(&dirent, 0, sizeof(dirent)); // its padding, too
      dirent.next = index + 1;
      dirent.ino = name.ino;
      dirent.namlen = name.size;
      dirent.type = name.type;
      copyPart(buffer, size, &filled, &dirent, sizeof(dirent));
      copyPart(buffer, size, &filled, names + at + headerSize, name.size);
    }
    at += headerSize + name.size;
  }
  guestStore(used, filled);
  return WASI_SUCCESS;
}
