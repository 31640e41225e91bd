// Where the program's own code is.

#include "os.h"
#include <windows.h>

// The program's own PE header; defined by the linker.
extern "C" const IMAGE_DOS_HEADER __ImageBase;

namespace {

const IMAGE_NT_HEADERS &ntHeaders() {
  auto *base = reinterpret_cast<const uint8_t *>(&__ImageBase);
  return *reinterpret_cast<const IMAGE_NT_HEADERS *>(base +
                                                     __ImageBase.e_lfanew);
}

} // namespace

bool os_is_program_text(uint64_t address, uint64_t size) {
  uint64_t offset = address - reinterpret_cast<uint64_t>(&__ImageBase);
  uint64_t imageSize = ntHeaders().OptionalHeader.SizeOfImage;
  return offset < imageSize && size <= imageSize - offset;
}
