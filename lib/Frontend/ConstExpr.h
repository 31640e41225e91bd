// Reads and validates constant expressions: the initial values of globals and
// the places and entries of segments.

#ifndef WASMC_FRONTEND_CONSTEXPR_H
#define WASMC_FRONTEND_CONSTEXPR_H

#include "Decoder.h"
#include "Module.h"

namespace wasmc {

// Reads the expression that `in` stands at, which must be constant and give one
// value of type `type`. It sees the functions, and the globals so far, of
// `module`, and adds to its declaredFunctions what it names by ref.func.
bool readConstExpr(Module &module, Decoder &in, ErrorSlot &errors, ValType type,
                   ConstExpr &expr);

} // namespace wasmc

#endif
