// The process: its end, its standard error, its arguments and environment.

#include "command_line.h"
#include "os.h"
#include "runtime.h"
#include <windows.h>

namespace {

void *allocateOrDie(size_t size) {
  void *memory = os_allocate(size);
  if (!memory)
    fatal("out of memory at start");
  return memory;
}

size_t unitCount(const char16_t *text) {
  size_t count = 0;
  while (text[count])
    ++count;
  return count;
}

// NUL-terminated strings one after the other, `units` in all, as an array of
// those whose first character is not `skipped`.
const char *const *stringArray(const char16_t *block, size_t units,
                               char skipped) {
  char *text = static_cast<char *>(allocateOrDie(3 * units + 1));
  size_t bytes = wtf8FromUtf16(block, units, text);
  size_t count = 0;
  for (size_t i = 0; i < bytes; ++i)
    count += text[i] == 0;
  auto **array =
      static_cast<const char **>(allocateOrDie((count + 1) * sizeof(char *)));
  size_t used = 0;
  for (const char *string = text; string < text + bytes;
       string += textLength(string) + 1)
    if (*string == 0 || *string != skipped)
      array[used++] = string;
  return array; // the memory is zero, so the end is a null
}

const char16_t *units(const wchar_t *text) {
  return reinterpret_cast<const char16_t *>(text);
}

} // namespace

void os_exit(uint32_t code) {
  for (;;)
    ExitProcess(code);
}

void os_write_error(const void *data, size_t size) {
  HANDLE handle = GetStdHandle(STD_ERROR_HANDLE);
  auto *bytes = static_cast<const char *>(data);
  while (size) {
    DWORD written = 0;
    if (!WriteFile(handle, bytes, size, &written, nullptr) || !written)
      return;
    bytes += written;
    size -= written;
  }
}

const char *const *os_args() {
  static const char *const *array;
  if (!array) {
    const char16_t *line = units(GetCommandLineW());
    size_t room = unitCount(line) + 1;
    auto *out = static_cast<char16_t *>(allocateOrDie(room * sizeof(char16_t)));
    size_t count = splitCommandLine(line, out);
    size_t used = 0;
    for (; count; --count)
      used += unitCount(out + used) + 1;
    array = stringArray(out, used, 0);
  }
  return array;
}

const char *const *os_environ() {
  static const char *const *array;
  if (!array) {
    const char16_t *block = units(GetEnvironmentStringsW());
    size_t used = 0;
    while (block && block[used])
      used += unitCount(block + used) + 1;
    // "=C:=C:\dir" and its like are the shell's notes, not variables.
    array = stringArray(block, used, '=');
  }
  return array;
}

bool os_is_elevated() { return false; }
