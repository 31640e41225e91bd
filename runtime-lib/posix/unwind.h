// What walking the stack and throwing share.

#ifndef WASMC_POSIX_UNWIND_H
#define WASMC_POSIX_UNWIND_H

#include "cfi.h"
#include "os.h"

// .eh_frame_hdr, bounded by the loaded segment that holds it. Null `header` if
// there is none.
CfiSection programCfi();

// How to unwind `frame`; null if nothing is known about it. Valid until the
// next call.
const CfiRow *unwindRow(const OsFrame &frame);

// Gives back what the calling thread keeps between walks, at its end.
void releaseUnwinding();

#endif
