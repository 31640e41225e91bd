// The process: its end, its standard error, its arguments and environment.

#include "process.h"
#include "os.h"
#include "syscall.h"
#include <linux/auxvec.h>

namespace {

const char *const *arguments;
const char *const *environment;
bool elevated;
uint64_t vdso;

} // namespace

void initProcess(const uint64_t *stack) {
  // argc, argv..., null, envp..., null, {type, value}..., {AT_NULL, 0}
  uint64_t count = *stack;
  arguments = reinterpret_cast<const char *const *>(stack + 1);
  environment = arguments + count + 1;
  const char *const *end = environment;
  while (*end)
    ++end;
  auto *aux = reinterpret_cast<const uint64_t *>(end + 1);
  for (; aux[0] != AT_NULL; aux += 2)
    setProcessValue(aux[0], aux[1]);
}

void setEnvironment(const char *const *variables) { environment = variables; }

void setProcessValue(uint64_t type, uint64_t value) {
  if (type == AT_SECURE)
    elevated = value != 0;
  else if (type == AT_SYSINFO_EHDR)
    vdso = value;
}

uint64_t vdsoImage() { return vdso; }

void os_exit(uint32_t code) {
  for (;;)
    sys(__NR_exit_group, code);
}

void os_write_error(const void *data, size_t size) {
  auto *bytes = static_cast<const char *>(data);
  while (size) {
    int64_t written = sys(__NR_write, 2, sysArg(bytes), size);
    constexpr int64_t interrupted = -4; // EINTR
    if (written == interrupted)
      continue;
    if (written <= 0)
      return;
    bytes += written;
    size -= written;
  }
}

const char *const *os_args() { return arguments; }

const char *const *os_environ() { return environment; }

bool os_is_elevated() { return elevated; }
