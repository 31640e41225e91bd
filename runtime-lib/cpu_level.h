// Which of the x86-64 ABI's processor levels this machine reaches.

#ifndef WASMC_CPU_LEVEL_H
#define WASMC_CPU_LEVEL_H

#include <stdint.h>

// 1..4 for x86-64-v1..v4.
uint32_t cpuLevel();

#endif
