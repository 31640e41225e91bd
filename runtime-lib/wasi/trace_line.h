// A call of a WASI function in words.

#ifndef WASMC_WASI_TRACE_LINE_H
#define WASMC_WASI_TRACE_LINE_H

#include "text.h"
#include "wasi_types.h"

class TraceLine {
public:
  // `text`: the function's name, a space and the arguments as
  // WasiFunctions.def describes them. What memory holds is read from guest
  // memory, if it lies there.
  TraceLine(TextWriter &out, const char *text, const uint64_t *arguments,
            uint32_t result)
      : out(out), text(text), arguments(arguments), result(result) {}

  // "wasi: fd_close(fd=3) = EBADF"
  void write();

private:
  void copyWord();
  void argument();
  void names(uint32_t left, bool areBits);
  void string(uint32_t address, uint32_t size);
  void vectors(uint32_t address, uint32_t count);
  void value(uint32_t address, uint32_t size);

  TextWriter &out;
  const char *text;
  const uint64_t *arguments;
  uint32_t result;
};

#endif
