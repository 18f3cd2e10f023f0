// Checksum kernels, chosen by what the CPU offers.
//
// Everything here is a pure function over bytes that the caller owns: nothing
// is allocated, nothing is kept, any thread may call. Unaligned input is fine.

#ifndef CCHECKSUMS_H
#define CCHECKSUMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

/// A way to compute the two CRCs, from the slowest upwards.
typedef enum cchecksums_tier {
    /// Slicing by eight bytes; every CPU.
    CCHECKSUMS_TIER_TABLE = 0,
    /// The x86 `crc32` instruction for CRC-32C, tables for CRC-64.
    CCHECKSUMS_TIER_SSE42 = 1,
    /// 128-bit carry-less multiplication, beside the `crc32` instruction.
    CCHECKSUMS_TIER_PCLMUL = 2,
    /// 512-bit carry-less multiplication, beside the `crc32` instruction.
    CCHECKSUMS_TIER_VPCLMUL = 3,
    /// The ARMv8 `crc32c` instructions for CRC-32C, tables for CRC-64.
    CCHECKSUMS_TIER_ARM_CRC = 4,
    /// ARMv8 `pmull` beside the `crc32c` instructions.
    CCHECKSUMS_TIER_ARM_PMULL = 5,
} cchecksums_tier;

/// One more than the largest `cchecksums_tier`.
#define CCHECKSUMS_TIER_COUNT 6

/// The fastest tier that this CPU and operating system can run.
cchecksums_tier cchecksums_best_tier(void);

/// Whether this CPU and operating system can run `tier`.
bool cchecksums_has_tier(cchecksums_tier tier);

/// Continues a CRC-32C (`crc` is 0 at the start, else an earlier result).
uint32_t cchecksums_crc32c(uint32_t crc, const uint8_t *bytes, size_t count);

/// Continues a CRC-64/NVME (`crc` is 0 at the start, else an earlier result).
uint64_t cchecksums_crc64nvme(uint64_t crc, const uint8_t *bytes, size_t count);

/// As `cchecksums_crc32c`, by one tier, which the CPU must have.
uint32_t cchecksums_crc32c_in_tier(
    cchecksums_tier tier, uint32_t crc, const uint8_t *bytes, size_t count);

/// As `cchecksums_crc64nvme`, by one tier, which the CPU must have.
uint64_t cchecksums_crc64nvme_in_tier(
    cchecksums_tier tier, uint64_t crc, const uint8_t *bytes, size_t count);

/// The most messages that `cchecksums_sha256_continue` advances at once on any CPU.
#define CCHECKSUMS_SHA256_LANES 16

/// How many messages advance at once fastest on this CPU: 16 by AVX-512, or 4 by SHA-256 instructions.
size_t cchecksums_sha256_best_lanes(void);

/// Whether this CPU has SHA-256 instructions.
bool cchecksums_has_sha256(void);

/// A message on its way through SHA-256; its words are the digest once the last piece was taken.
typedef struct cchecksums_sha256_message {
    uint32_t words[8];
    uint64_t byte_count;
} cchecksums_sha256_message;

/// A message of no bytes yet.
cchecksums_sha256_message cchecksums_sha256_begin(void);

/// The next bytes of a message.
typedef struct cchecksums_sha256_piece {
    cchecksums_sha256_message *message;
    const uint8_t *bytes;
    /// A multiple of 64 unless this is the last piece.
    size_t count;
    bool is_last;
} cchecksums_sha256_piece;

/// Continues several messages, some of them at the same time.
///
/// One message keeps the CPU's SHA-256 unit waiting for its own last result;
/// independent ones fill the gaps. The CPU must have the instructions. Best
/// when pieces of like length are neighbours.
///
/// - `pieces`: at most one of each message.
/// - `lanes`: how many to advance at once, 1...CCHECKSUMS_SHA256_LANES.
void cchecksums_sha256_continue(const cchecksums_sha256_piece *pieces, size_t piece_count, size_t lanes);

#if defined(__cplusplus)
}
#endif

#endif
