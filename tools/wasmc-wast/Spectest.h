// The host module that scripts import from.

#ifndef WASMC_WAST_SPECTEST_H
#define WASMC_WAST_SPECTEST_H

namespace wasmc {

// In the text format.
extern const char spectestSource[];

} // namespace wasmc

#endif
