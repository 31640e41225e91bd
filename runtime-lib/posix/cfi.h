// A reader of .eh_frame_hdr and .eh_frame (the Linux Standard Base, "Exception
// Frames", and DWARF 5 section 6.4) for x86-64. Pure: it reads the given bytes
// and nothing else, whatever they hold.

#ifndef WASMC_POSIX_CFI_H
#define WASMC_POSIX_CFI_H

#include <stddef.h>
#include <stdint.h>

// DWARF register numbers of x86-64.
enum CfiRegister : uint8_t {
  CfiRdx = 1,
  CfiRcx = 2,
  CfiRbx = 3,
  CfiRbp = 6,
  CfiRsp = 7,
  CfiR11 = 11,
  CfiR12 = 12,
  CfiR15 = 15,
  CfiReturnAddress = 16,
  cfiRegisterCount = 17,
};

// How to find the caller of a frame whose pc is in [rowStart, rowEnd).
struct CfiRow {
  static constexpr int32_t sameValue = INT32_MIN;

  uint64_t functionStart;
  const uint8_t *landings; // language-specific data (lsda.h); null: none
  bool isOutermost;        // the return address is undefined
  uint8_t cfaRegister;     // canonical frame address = cfaRegister + cfaOffset
  int64_t cfaOffset;
  int32_t saved[cfiRegisterCount]; // at CFA + saved[r], or sameValue
};

// Readable bytes: the loaded segment that holds both sections, in which the
// header starts at `header`.
struct CfiSection {
  const uint8_t *begin, *end;
  const uint8_t *header;
};

// Fills `row` for the instruction at `pc`. False if nothing is known about it
// or if the tables use anything a compiler for x86-64 does not emit.
bool findCfiRow(const CfiSection &section, uint64_t pc, CfiRow *row);

#endif
