// Where the program's own code is.

#include "os.h"
#include "relocate.h"
#include "syscall.h"

// The end of the program's code; defined by the linker.
extern "C" [[gnu::visibility("hidden")]] const uint8_t etext[];

bool os_is_program_text(uint64_t address, uint64_t size) {
  uint64_t start = sysArg(&__ehdr_start), end = sysArg(etext);
  return address >= start && address < end && size <= end - address;
}
