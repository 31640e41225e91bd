// Values of a script: what a call is given, what it gave, and whether that is
// what the script expects (the interpreter's rules for patterns).

#ifndef WASMC_WAST_MATCH_H
#define WASMC_WAST_MATCH_H

#include "Frontend/Text/Script.h"
#include "abi/script.h"

namespace wasmc {

// The value as an argument. The host's reference number N is the pointer N + 1,
// which no guest code looks behind.
WasmcSlot slotOf(const ScriptValue &value);

// Whether a constant may be passed for a parameter of the type.
bool fitsType(const ScriptValue &value, ValType type);

// Whether a result of the type is what `expected` describes.
bool matches(const ScriptValue &expected, ValType type, const WasmcSlot &got);

// As a script would say it: "(f32.const nan:canonical)".
std::string toString(const ScriptValue &value);
// A result; vectors are shown by the lanes that `like` has.
std::string toString(ValType type, const WasmcSlot &got,
                     const ScriptValue &like);

} // namespace wasmc

#endif
