// CRC-32C with both of the CPU's means at once.
//
// The `crc32` instruction and carry-less multiplication keep different units
// busy. A block of fixed size is cut into five regions,
//
//     | vector | a | b | c | d |
//
// of which the first is folded while four independent chains of `crc32` run
// over the others. Each region's CRC is then multiplied by x^n mod P, where n
// is the number of bits that follow the region, and the results are added.

#ifndef CCHECKSUMS_CRC32C_BLOCKS_H
#define CCHECKSUMS_CRC32C_BLOCKS_H

#include "CRCLane128.h"

enum {
    /// What one iteration reads of each of the four streams.
    STREAM_STEP = 16,
    BLOCK_SIZES = 3,
};

/// A size of block: the iterations over it, and how its parts are shifted.
///
/// The shift by n bits is the 32-bit word of x^(n-33) mod P: the product of two
/// 32-bit words, read as 64 bits, has one x too many, and the `crc32` that
/// reduces it multiplies by x^32.
typedef struct {
    size_t iterations;
    /// By 1, 2 and 3 streams: of the regions c, b and a.
    uint32_t shifts[3];
    /// By all four streams: of the vector region.
    uint32_t vector_shift;
    /// By the whole block: of the CRC before it.
    uint32_t block_shift;
} crc32c_block;

/// The CRC-32C registers of the four streams.
///
/// In 64 bits each, lest the compiler keep two of them in one register.
typedef struct {
    uint64_t a, b, c, d;
} crc32c_streams;

/// Sixteen bytes further in each stream; the streams are `stride` bytes apart.
LANE_INLINE LANE_TARGET void streams_step(crc32c_streams *s, const uint8_t *bytes, size_t stride) {
    s->a = crc32c_word((uint32_t)s->a, load_word(bytes));
    s->b = crc32c_word((uint32_t)s->b, load_word(bytes + stride));
    s->c = crc32c_word((uint32_t)s->c, load_word(bytes + 2 * stride));
    s->d = crc32c_word((uint32_t)s->d, load_word(bytes + 3 * stride));
    s->a = crc32c_word((uint32_t)s->a, load_word(bytes + 8));
    s->b = crc32c_word((uint32_t)s->b, load_word(bytes + stride + 8));
    s->c = crc32c_word((uint32_t)s->c, load_word(bytes + 2 * stride + 8));
    s->d = crc32c_word((uint32_t)s->d, load_word(bytes + 3 * stride + 8));
}

/// The 64-bit product of two 32-bit words.
LANE_INLINE LANE_TARGET lane product32(uint64_t a, uint64_t b) {
    return lane_multiply_first(lane_make(a, 0), lane_make(b, 0));
}

/// The register after a block, from that before it and those of the regions.
LANE_INLINE LANE_TARGET uint32_t block_end(
    uint32_t crc, uint32_t vector, crc32c_streams s, const crc32c_block *block) {
    const lane before = product32(crc, block->block_shift);
    const lane early = lane_xor(product32(vector, block->vector_shift), product32(s.a, block->shifts[2]));
    const lane late = lane_xor(product32(s.b, block->shifts[1]), product32(s.c, block->shifts[0]));
    return crc32c_word(0, lane_first(lane_xor(before, lane_xor(early, late)))) ^ (uint32_t)s.d;
}

#endif
