// Where thread-local variables begin and end, for the loader, which gives each
// thread a copy of them. The compiler refers to _tls_index in every access; the
// linker puts the address of _tls_used into the PE header and sorts sections by
// what follows the $ in their names.

#include <windows.h>

extern "C" {

ULONG _tls_index;

[[gnu::section(".tls")]] alignas(16) char _tls_start[16];
[[gnu::section(".tls$ZZZ")]] char _tls_end[1];

extern const IMAGE_TLS_DIRECTORY64 _tls_used;
const IMAGE_TLS_DIRECTORY64 _tls_used = {
    reinterpret_cast<ULONGLONG>(_tls_start),
    reinterpret_cast<ULONGLONG>(_tls_end),
    reinterpret_cast<ULONGLONG>(&_tls_index),
    0,
    0,
    {}};
}
