// The os_ functions over the tree in memory.

#include "FakeOs.h"
#include "abi/wasmc_abi.h"
#include <cstdlib>
#include <cstring>

FakeOs *fakeOs;

// No policy: the tests that need one read their own.
extern "C" const WasmcModule wasmc_module = {};
void fatal(const char *) { abort(); }

FakeOs::FakeOs() : root(std::make_shared<FakeNode>()) { fakeOs = this; }
FakeOs::~FakeOs() { fakeOs = nullptr; }

std::shared_ptr<FakeNode> FakeOs::directory(const std::string &path) {
  std::shared_ptr<FakeNode> at = root;
  for (size_t start = 0; start < path.size();) {
    size_t end = std::min(path.find('/', start), path.size());
    auto &next = at->entries[path.substr(start, end - start)];
    if (!next)
      next = std::make_shared<FakeNode>();
    at = next;
    start = end + 1;
  }
  return at;
}

void FakeOs::file(const std::string &path) {
  directory(path)->type = FiletypeRegularFile;
}

void FakeOs::link(const std::string &path, const std::string &target) {
  auto made = directory(path);
  made->type = FiletypeSymbolicLink;
  made->target = target;
}

OsHandle FakeOs::open(std::shared_ptr<FakeNode> node) {
  handles[++nextHandle] = node;
  return nextHandle;
}

static std::shared_ptr<FakeNode> find(OsHandle dir, const char *name) {
  auto node = fakeOs->node(dir);
  auto found = node->entries.find(name);
  return found == node->entries.end() ? nullptr : found->second;
}

WasiErrno os_enter(OsHandle dir, const char *name, OsHandle *result) {
  auto found = find(dir, name);
  if (!found)
    return WASI_ENOENT;
  if (found->type == FiletypeSymbolicLink)
    return WASI_ELOOP;
  if (found->type != FiletypeDirectory)
    return WASI_ENOTDIR;
  *result = fakeOs->open(found);
  if (found->onEnter)
    found->onEnter();
  return WASI_SUCCESS;
}

WasiErrno os_enter_beneath(OsHandle, const char *, OsHandle *) {
  return WASI_ENOSYS;
}

WasiErrno os_readlink_at(OsHandle dir, const char *name, char *buffer,
                         size_t size, size_t *length) {
  auto found = find(dir, name);
  if (!found)
    return WASI_ENOENT;
  if (found->type != FiletypeSymbolicLink)
    return WASI_EINVAL;
  *length = std::min(size, found->target.size());
  memcpy(buffer, found->target.data(), *length);
  return WASI_SUCCESS;
}

WasiErrno os_close(OsHandle handle) {
  return fakeOs->handles.erase(handle) ? WASI_SUCCESS : WASI_EBADF;
}

WasiErrno os_stdio(uint32_t which, OsStdio *result) {
  if (!fakeOs->stdio[which])
    return WASI_EBADF;
  *result = {OsHandle(which), FiletypeCharacterDevice, true};
  return WASI_SUCCESS;
}

void *os_allocate(uint64_t size) {
  if (fakeOs->outOfMemory)
    return nullptr;
  fakeOs->allocated += size;
  return calloc(1, size);
}

void os_free(void *address, uint64_t size) {
  fakeOs->allocated -= size;
  free(address);
}

const char *const *os_environ() {
  static const char *const none[] = {nullptr};
  return fakeOs && !fakeOs->environment.empty() ? fakeOs->environment.data()
                                                : none;
}

bool os_is_elevated() { return fakeOs && fakeOs->elevated; }

// The tests have one thread.
uint64_t os_thread_id() { return 1; }
void os_wait(const uint32_t *, uint32_t, uint64_t) { abort(); }
void os_wake(const uint32_t *) {}
void os_end_polling(OsPollState *) {}
