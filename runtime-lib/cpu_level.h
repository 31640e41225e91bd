// Which of the x86-64 ABI's processor levels this machine reaches.

#ifndef WASMC_CPU_LEVEL_H
#define WASMC_CPU_LEVEL_H

#include <stdint.h>

// What the processor says about itself.
struct CpuWords {
  uint32_t leaf1Ecx;
  uint32_t leaf7Ebx;    // 0 if there is no such leaf
  uint32_t extendedEcx; // leaf 0x80000001; 0 if there is no such leaf
  uint32_t state;       // the registers the OS saves (XCR0); 0 without OSXSAVE
};

// 1..4 for x86-64-v1..v4. A pure function.
uint32_t cpuLevelOf(const CpuWords &words);

// The level of this machine.
uint32_t cpuLevel();

#endif
