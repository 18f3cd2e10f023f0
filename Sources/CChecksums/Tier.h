// What the CPU can do, found out once.

#ifndef CCHECKSUMS_TIER_H
#define CCHECKSUMS_TIER_H

#include "CChecksums.h"

/// What was found, as a set of these bits.
enum {
    CPU_PROBED = 1 << 0,
    CPU_SSE42 = 1 << 1,
    CPU_PCLMUL = 1 << 2,
    CPU_VPCLMUL = 1 << 3,
    CPU_SHA_NI = 1 << 4,
    CPU_ARM_CRC = 1 << 5,
    CPU_ARM_PMULL = 1 << 6,
    CPU_ARM_SHA2 = 1 << 7,
    /// AVX-512 that is faster with sixteen messages than the SHA unit with four.
    CPU_WIDE_SHA = 1 << 8,
};

/// The features of this CPU that the operating system lets a process use.
unsigned cpu_features(void);

#endif
