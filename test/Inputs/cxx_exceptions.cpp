// C++ exceptions for programs built with -fwasm-exceptions: what the compiler
// expects of its runtime, which Debian's libc++abi for WebAssembly lacks. It has
// the types, and knows which of them a handler takes.

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <typeinfo>

// As libc++abi's own type information begins.
class TypeInfo : public std::type_info {
public:
  ~TypeInfo() override = 0;
  virtual void noop1() const = 0;
  virtual void noop2() const = 0;
  virtual bool can_catch(const TypeInfo *thrown, void *&object) const = 0;
};

// Destructors return what they get.
using Destructor = void *(void *);

struct Exception { // the thrown object follows
  const TypeInfo *type;
  Destructor *destructor;
  Exception *nextCaught;
  void *adjusted; // the object as the handler's type
  int handlers;   // that are active
  bool isRethrown;
  alignas(16) char object[];
};

static Exception *caught; // the innermost first

static Exception *headerOf(void *object) {
  return reinterpret_cast<Exception *>(static_cast<char *>(object) -
                                       offsetof(Exception, object));
}

// What generated code and the personality exchange; the names are the ABI's.
extern "C" struct {
  uintptr_t lpad_index;
  const uint8_t *lsda;
  int selector;
} __wasm_lpad_context = {};

static uintptr_t unsignedLeb(const uint8_t *&at) {
  uintptr_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    value |= uintptr_t(*at & 0x7f) << shift;
    if (!(*at++ & 0x80))
      return value;
  }
}

static intptr_t signedLeb(const uint8_t *&at) {
  const uint8_t *start = at;
  uintptr_t value = unsignedLeb(at);
  unsigned bits = 7 * (at - start);
  return bits < 32 && at[-1] & 0x40 ? value | ~uintptr_t(0) << bits : value;
}

// Chooses the handler of a landing pad: leaves its number, or 0, as selector.
extern "C" int _Unwind_CallPersonality(void *exception) {
  auto *header = static_cast<Exception *>(exception);
  const uint8_t *at = __wasm_lpad_context.lsda + 2; // encodings: omit, absptr
  uintptr_t distance = unsignedLeb(at);
  auto *types = reinterpret_cast<const TypeInfo *const *>(at + distance);
  ++at; // uleb128
  uintptr_t size = unsignedLeb(at);
  const uint8_t *actions = at + size;
  uintptr_t action = 0;
  for (uintptr_t i = 0; i <= __wasm_lpad_context.lpad_index; ++i) {
    unsignedLeb(at); // the landing pad, by its number
    action = unsignedLeb(at);
  }
  __wasm_lpad_context.selector = 0;
  for (at = actions + action - 1; action;) {
    intptr_t filter = signedLeb(at);
    const uint8_t *next = at;
    intptr_t displacement = signedLeb(next);
    const TypeInfo *type = filter > 0 ? types[-filter] : nullptr;
    header->adjusted = header->object;
    if (filter > 0 &&
        (!type || type->can_catch(header->type, header->adjusted))) {
      __wasm_lpad_context.selector = filter;
      break;
    }
    if (displacement == 0)
      break;
    at += displacement;
  }
  return 0;
}

extern "C" {
int __gxx_wasm_personality_v0(void *) { return 0; } // is only named

void *__cxa_allocate_exception(size_t size) {
  return (new (calloc(1, sizeof(Exception) + size)) Exception)->object;
}

void __cxa_free_exception(void *object) { free(headerOf(object)); }

[[noreturn]] void __cxa_throw(void *object, std::type_info *type,
                              Destructor *destructor) {
  Exception *header = headerOf(object);
  header->type = static_cast<TypeInfo *>(type);
  header->destructor = destructor;
  __builtin_wasm_throw(0, header);
}

void *__cxa_begin_catch(void *exception) {
  auto *header = static_cast<Exception *>(exception);
  ++header->handlers;
  if (!header->isRethrown) {
    header->nextCaught = caught;
    caught = header;
  }
  header->isRethrown = false;
  return header->adjusted;
}

void *__cxa_get_exception_ptr(void *exception) {
  return static_cast<Exception *>(exception)->adjusted;
}

void __cxa_end_catch() {
  Exception *header = caught;
  if (--header->handlers != 0)
    return;
  if (header->isRethrown) {
    caught = header->nextCaught; // it flies on
    header->isRethrown = false;
    return;
  }
  caught = header->nextCaught;
  if (header->destructor)
    header->destructor(header->object);
  free(header);
}

[[noreturn]] void __cxa_rethrow() {
  caught->isRethrown = true;
  __builtin_wasm_throw(0, caught);
}
}
