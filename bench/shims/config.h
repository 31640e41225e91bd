// For the real programs: what a configure script would write. It names nothing
// of an operating system and no vector instructions, so that all builds of a
// program are built from the same code.
#include <stdbool.h>

// cmark
#define CMARK_ATTRIBUTE(list) __attribute__(list)
#define CMARK_INLINE inline
#define HAVE___ATTRIBUTE__ 1
#define HAVE___BUILTIN_EXPECT 1

// liblzma
#define ASSUME_RAM 128
#define HAVE_CHECK_CRC32 1
#define HAVE_DECODERS 1
#define HAVE_DECODER_LZMA1 1
#define HAVE_DECODER_LZMA2 1
#define HAVE_ENCODERS 1
#define HAVE_ENCODER_LZMA1 1
#define HAVE_ENCODER_LZMA2 1
#define HAVE_INTTYPES_H 1
#define HAVE_MF_BT4 1
#define HAVE_MF_HC4 1
#define HAVE_STDBOOL_H 1
#define HAVE_STDINT_H 1
#define HAVE_VISIBILITY 0
#define PACKAGE_NAME "liblzma"

// libopus
#define FIXED_POINT 1
#define DISABLE_FLOAT_API 1
#define OPUS_BUILD 1
#define VAR_ARRAYS 1

// pcre2
#define HEAP_LIMIT 20000000
#define LINK_SIZE 2
#define MATCH_LIMIT 10000000
#define MATCH_LIMIT_DEPTH MATCH_LIMIT
#define MAX_NAME_COUNT 10000
#define MAX_NAME_SIZE 32
#define NEWLINE_DEFAULT 2
#define PARENS_NEST_LIMIT 250
#define SUPPORT_PCRE2_8 1
#define SUPPORT_UNICODE 1
