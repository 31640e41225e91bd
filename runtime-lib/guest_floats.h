// The float environment of guest code in the process of a host, which may have
// other rounding and flush small numbers.

#ifndef WASMC_GUEST_FLOATS_H
#define WASMC_GUEST_FLOATS_H

#include <stdint.h>

// The guest's for a scope.
class GuestFloats {
public:
  GuestFloats() {
    asm volatile("stmxcsr %0" : "=m"(ofHost));
    isOther = (ofHost & ~flags) != ofGuest;
    if (isOther)
      set(ofGuest);
  }
  ~GuestFloats() {
    if (isOther)
      set(ofHost);
  }

private:
  static constexpr uint32_t ofGuest = 0x1f80, flags = 0x3f;
  static void set(uint32_t value) { asm volatile("ldmxcsr %0" : : "m"(value)); }
  uint32_t ofHost;
  bool isOther;
};

#endif
