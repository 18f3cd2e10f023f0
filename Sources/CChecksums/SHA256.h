// SHA-256 by the CPU's instructions, one to four messages in step.

#ifndef CCHECKSUMS_SHA256_H
#define CCHECKSUMS_SHA256_H

#include "CChecksums.h"

#if defined(__x86_64__) || defined(__aarch64__)
#define CCHECKSUMS_HAS_SHA256 1

enum {
    SHA256_BLOCK = 64,
    /// The lanes of `sha256_advance` and of `sha256_advance_wide`.
    SHA256_NARROW_LANES = 4,
    SHA256_WIDE_LANES = 16,
};

/// Advances each of `lanes` (1...4) chaining values of eight words by `block_count` blocks of its own.
void sha256_advance(
    size_t lanes, uint32_t *const *states, const uint8_t *const *blocks, size_t block_count);

#if defined(__x86_64__)
/// Advances sixteen chaining values by `block_count` blocks of their own; the CPU must have AVX-512.
void sha256_advance_wide(uint32_t *const *states, const uint8_t *const *blocks, size_t block_count);
#endif

#endif

#endif
