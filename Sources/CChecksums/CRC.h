// The CRC kernels of each tier.
//
// All take and return the CRC register as the polynomial division leaves it:
// the inversion at both ends is done once, in CRC.c.

#ifndef CCHECKSUMS_CRC_H
#define CCHECKSUMS_CRC_H

#include "CChecksums.h"

uint32_t crc32c_by_table(uint32_t crc, const uint8_t *bytes, size_t count);
uint64_t crc64_by_table(uint64_t crc, const uint8_t *bytes, size_t count);

#if defined(__x86_64__) || defined(__aarch64__)
#define CCHECKSUMS_HAS_INSTRUCTIONS 1
/// By the CPU's CRC-32C instruction, eight bytes at a time.
uint32_t crc32c_by_instruction(uint32_t crc, const uint8_t *bytes, size_t count);
/// By 128-bit carry-less multiplication.
uint32_t crc32c_by_lanes128(uint32_t crc, const uint8_t *bytes, size_t count);
uint64_t crc64_by_lanes128(uint64_t crc, const uint8_t *bytes, size_t count);
#endif

#if defined(__x86_64__)
/// By 512-bit carry-less multiplication.
uint32_t crc32c_by_lanes512(uint32_t crc, const uint8_t *bytes, size_t count);
uint64_t crc64_by_lanes512(uint64_t crc, const uint8_t *bytes, size_t count);
#endif

#endif
