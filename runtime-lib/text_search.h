// Searches and comparisons for generated code; the signatures are those of
// abi/RuntimeFunctions.def.

#ifndef WASMC_TEXT_SEARCH_H
#define WASMC_TEXT_SEARCH_H

#include <stdint.h>

// wasmc_compare_strings() came to the end of its room.
constexpr int32_t undecidedComparison = INT32_MIN;

extern "C" {
// The distance to the first such byte, or -1 if there is none among the first
// `room`. Only the lowest 8 bits of `byte` count.
int64_t wasmc_find_byte(const uint8_t *text, uint32_t byte, uint64_t room);
// The same for a byte that is so or 0.
int64_t wasmc_find_byte_or_zero(const uint8_t *text, uint32_t byte,
                                uint64_t room);
// The first bytes that differ, subtracted; 0 if all `size` are equal.
int32_t wasmc_compare_bytes(const uint8_t *left, const uint8_t *right,
                            uint64_t size);
// The same up to the first pair with a difference or a zero on both sides,
// which must be among the first `room`; else undecidedComparison.
int32_t wasmc_compare_strings(const uint8_t *left, const uint8_t *right,
                              uint64_t room);
}

#endif
