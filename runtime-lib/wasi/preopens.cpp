// Opens the preopened directories, in the order of the policy and then of
// WASMC_DIR.

#include "preopens.h"
#include "abi/wasmc_abi.h"
#include "policy.h"
#include "runtime.h"

namespace {

constexpr size_t maxHostPath = 4096;

[[noreturn]] void cannotOpen(const char *host) {
  char text[512];
  TextWriter message(text, sizeof(text) - 1);
  message.text("cannot open the directory '").name(host, 300);
  message.text("' that this program was given");
  text[message.size()] = 0;
  fatal(text);
}

void preopen(TextView host, TextView guest, uint64_t withoutRights) {
  char path[maxHostPath];
  size_t size = host.size < maxHostPath ? host.size : maxHostPath - 1;
  __builtin_memcpy(path, host.data, size);
  path[size] = 0;
  OsHandle handle;
  uint32_t fd;
  FdEntry *entry;
  if (size != host.size || os_open_root(path, &handle) != WASI_SUCCESS ||
      fdAllocate(handle, FiletypeDirectory, RightsDirectory & ~withoutRights,
                 (RightsDirectory | RightsRegularFile) & ~withoutRights, &fd,
                 &entry) != WASI_SUCCESS)
    cannotOpen(path);
  entry->preopenName = guest.data;
  entry->preopenNameSize = uint32_t(guest.size);
}

} // namespace

void openPreopens() {
  PolicyRow row;
  for (PolicyReader rows(wasmc_module.policy); rows.next(&row);) {
    if (row.kind == WASMC_POLICY_DIR)
      preopen(row.first, row.second, 0);
    else if (row.kind == WASMC_POLICY_DIR_RO)
      preopen(row.first, row.second, RightsThatChange);
  }
  const char *more = policyVariable("WASMC_DIR");
  TextView list = viewOf(more ? more : ""), host, guest;
  while (nextDirectory(&list, &host, &guest))
    preopen(host, guest, 0);
}

WasiErrno findDirectory(uint32_t fd, uint64_t rights, FdEntry **entry) {
  if (WasiErrno error = fdFind(fd, 0, entry))
    return error;
  if ((*entry)->type != FiletypeDirectory)
    return WASI_ENOTDIR;
  return fdFind(fd, rights, entry);
}

bool missedDirectory;

WasiErrno findPreopen(uint32_t fd, FdEntry **entry) {
  constexpr uint32_t first = 3;
  if (fdFind(fd, 0, entry) == WASI_SUCCESS && (*entry)->preopenName)
    return WASI_SUCCESS;
  if (fd == first)
    missedDirectory = true;
  return WASI_EBADF;
}
