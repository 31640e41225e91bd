// The custom sections that the compiler understands.

#ifndef WASMC_FRONTEND_CUSTOMSECTIONS_H
#define WASMC_FRONTEND_CUSTOMSECTIONS_H

#include "Module.h"

namespace wasmc {

// Takes names from the name section, if there is one. Whatever is wrong with
// it is never an error: names that cannot be read are left empty.
void readNames(Module &module);

} // namespace wasmc

#endif
