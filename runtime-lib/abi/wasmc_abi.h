// The layout that generated code and the runtime library share. Plain C++ with
// fixed-width types; the compiler mirrors it from InstanceLayout.def.
//
// Symbols that the compiler defines in the main partition:
//   wasmc_module        const WasmcModule
//   wasmc_main          void(void): instantiates all modules, runs the entry
//   wasmc_thread_main   void(uint32_t id, uint32_t argument): the same in a
//                       thread that the guest started, where the entry is
//                       wasi_thread_start
//   wasmc_exception_roots  const WasmcExceptionRoots, if there are exceptions
//   wasmc_instance      WasmcInstance, in a library of one instance and for
//                       functions of a host
// Symbols that the runtime defines:
//   wasmc_memory        WasmcMemory that WASI uses: the one that the module
//                       with the entry exports as "memory", else its memory 0

#ifndef WASMC_ABI_H
#define WASMC_ABI_H

#include <stddef.h>
#include <stdint.h>

#define WASMC_ABI_VERSION 7
#define WASMC_PAGE_SIZE 65536u
// memory.grow fails above this: then "this access did not trap" proves that
// addresses up to 64 KiB higher do not wrap.
#define WASMC_MAX_PAGES 65535u

#ifdef __cplusplus
extern "C" {
#endif

struct WasmcMemory {
#define INSTANCE_FIELD(type, name) type name;
#include "InstanceLayout.def"
};

// A table whose elements may change. Elements are references: a funcref is a
// pointer to a WasmcFunc, null is a null pointer.
struct WasmcTable {
  void **elems;
  uint32_t size, max; // elements
  uint32_t capacity;  // elements that fit `elems`; 0: `elems` is static data
  uint32_t reserved;
};

// What a funcref points to, and an element of a table that never changes
// (then code == null and type == ~0u stand for a null element).
struct WasmcFunc {
  void *code;
  uint32_t type;  // canonical type number
  uint32_t index; // funcidx
};

// Whose address is a tag.
struct WasmcTag {
  uint64_t bytes; // of an exception with it
};

// The largest exception that there is memory for.
#define WASMC_MAX_EXCEPTION_BYTES 32768u

// An exception; an exnref is a pointer to it.
struct WasmcException {
  const struct WasmcTag *tag;
  uint64_t reserved; // the runtime's own
  // The payload follows, each value at its natural alignment.
};

// Where else than on the stack there may be references to exceptions: a global
// or a table, the other pointer is null.
struct WasmcExceptionRoot {
  const uint64_t *global;
  const struct WasmcTable *table;
};
struct WasmcExceptionRoots {
  const struct WasmcExceptionRoot *roots;
  uint64_t count;
};

// Names for backtraces, one block for each partition. The 32-bit values are
// relative to the address of `entries`.
struct WasmcFuncName {
  int32_t code, name; // name: NUL-terminated UTF-8
};
// Code of functions that was inlined into others, in ranges by rising
// addresses, which follow; behind those are lists of functions, innermost
// first, each ended by 0. Functions and lists are relative to the address of
// the WasmcInlined.
struct WasmcInlinedRange {
  uint32_t start; // relative to the start of the first; each ends at the next
  uint32_t list;  // int32_t[], the functions whose code it is
};
struct WasmcInlined {
  int32_t first; // where the first range begins, relative to this
  uint32_t size; // of all ranges together: where the last, empty one begins
};
struct WasmcFuncNames {
  const struct WasmcFuncName *entries;
  uint64_t count;
  const char *module;                 // its name
  const struct WasmcInlined *inlined; // null: nothing, or in another block
};

// How to start a memory.
struct WasmcMemoryType {
  struct WasmcMemory *memory; // of many instances: its distance from each
  uint64_t base;              // its constant address; 0: anywhere
  uint64_t minPages;
  uint64_t maxPages; // already clamped to what grow may reach
  uint32_t pageBytes;
  // Whether generated code compares before each access. If not, an access
  // beyond the memory must fault.
  uint32_t isChecked;
};

struct WasmcModule {
  uint32_t abiVersion;
  uint32_t cpuLevel; // 1..4: x86-64-vN that the code needs; 0: unchecked
  const struct WasmcMemoryType *memories;
  uint64_t numMemories;
  uint64_t stackSize;    // bytes
  const uint8_t *policy; // see Policy blob
  const struct WasmcFuncNames *const *funcNames;
  uint64_t numFuncNames;
  // Whether a host calls the module; if not, it is a program.
  uint64_t isLibrary;
  // Of a library: the instance, if there can be one at a time. If many, null
  // and the size of each: a WasmcInstance and what the modules' instances
  // change.
  struct WasmcInstance *instance;
  uint64_t instanceBytes;
  // Gives back what the tables of the running instance took; null: of one.
  void (*release)(void);
  // Of a library that uses WASI: wasmc_close_descriptors.
  void (*closeDescriptors)(void);
};

// An instance. Its host sees the first two fields: the header that the compiler
// writes declares the same, and of WasmcMemory the first two.
struct WasmcInstance {
  struct WasmcMemory *memory; // the one that WASI uses; null if there is none
  void *user;                 // the host's own
  // Of many instances, what wasmc_caller_memory is of one.
  struct WasmcMemory *callerMemory;
  // The runtime's own.
  void *descriptors; // of many instances
  const struct WasmcModule *module;
  uint64_t state;
};

// Policy blob: bytes without pointers in a section of its own, which a tool can
// find and print in a finished program. Little endian.
//   "WASMCPOL" u32 version=1 u32 byteSize(of everything) u32 flags u32 count
//   count x { u8 kind; u32 len1; bytes; u32 len2; bytes }
#define WASMC_POLICY_SECTION ".policy"
enum {
  WASMC_POLICY_LOCKED = 1,
  WASMC_POLICY_INHERIT_ENV = 2,
};
enum {
  WASMC_POLICY_DIR = 1,         // host, guest
  WASMC_POLICY_DIR_RO = 2,      // host, guest
  WASMC_POLICY_ENV = 3,         // key, value
  WASMC_POLICY_INHERIT_VAR = 4, // key, empty
  WASMC_POLICY_ARGV0 = 5,       // value, empty
  WASMC_POLICY_ARG = 6,         // value, empty
  WASMC_POLICY_LISTEN = 7,      // "ADDRESS:PORT" (socket_address.h), empty
};

// Whether calls of WASI functions are shown (WASMC_TRACE=wasi); found out at
// the first.
enum { WASMC_TRACE_UNKNOWN = 0, WASMC_TRACE_OFF = 1, WASMC_TRACE_ON = 2 };
extern uint8_t wasmc_trace_state;

extern struct WasmcMemory wasmc_memory;
// The memory of the module that calls a WASI function. Only a program whose
// modules differ in this sets it, before each call.
extern struct WasmcMemory *wasmc_caller_memory;
extern const struct WasmcModule wasmc_module;
extern const struct WasmcExceptionRoots wasmc_exception_roots;
void wasmc_main(void);
void wasmc_thread_main(uint32_t id, uint32_t argument);

#ifdef __cplusplus
}
#endif

#endif
