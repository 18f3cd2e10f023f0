// Sixteen bytes in a vector register, and how to fold and reduce them.
//
// The few operations that differ between x86-64 and arm64 come first; what is
// built on them is written once. CRCConstants.h explains the arithmetic.

#ifndef CCHECKSUMS_CRC_LANE128_H
#define CCHECKSUMS_CRC_LANE128_H

#include "CRCConstants.h"

#include <string.h>

#define LANE_INLINE static inline __attribute__((always_inline))

// MARK: - x86

#if defined(__x86_64__)

#include <immintrin.h>

#define LANE_TARGET __attribute__((target("sse4.2,pclmul")))
typedef __m128i lane;

LANE_INLINE LANE_TARGET lane lane_load(const void *bytes) {
    return _mm_loadu_si128((const __m128i *)bytes);
}

LANE_INLINE LANE_TARGET lane lane_make(uint64_t first, uint64_t second) {
    return _mm_set_epi64x((long long)second, (long long)first);
}

LANE_INLINE LANE_TARGET uint64_t lane_first(lane v) {
    return (uint64_t)_mm_cvtsi128_si64(v);
}

LANE_INLINE LANE_TARGET uint64_t lane_second(lane v) {
    return (uint64_t)_mm_extract_epi64(v, 1);
}

LANE_INLINE LANE_TARGET lane lane_xor(lane a, lane b) {
    return _mm_xor_si128(a, b);
}

/// The carry-less product of the first words.
LANE_INLINE LANE_TARGET lane lane_multiply_first(lane a, lane b) {
    return _mm_clmulepi64_si128(a, b, 0x00);
}

/// The carry-less product of the second words.
LANE_INLINE LANE_TARGET lane lane_multiply_second(lane a, lane b) {
    return _mm_clmulepi64_si128(a, b, 0x11);
}

/// Byte i of the result is byte `indices[i]` of `v`; for an index of 128 it is 0.
LANE_INLINE LANE_TARGET lane lane_pick(lane v, lane indices) {
    return _mm_shuffle_epi8(v, indices);
}

/// Byte i of `b` where `mask[i]` has its top bit, else of `a`.
LANE_INLINE LANE_TARGET lane lane_blend(lane a, lane b, lane mask) {
    return _mm_blendv_epi8(a, b, mask);
}

/// One step of CRC-32C over eight bytes.
LANE_INLINE LANE_TARGET uint32_t crc32c_word(uint32_t crc, uint64_t word) {
    return (uint32_t)_mm_crc32_u64(crc, word);
}

/// One step of CRC-32C over a byte.
LANE_INLINE LANE_TARGET uint32_t crc32c_byte(uint32_t crc, uint8_t byte) {
    return _mm_crc32_u8(crc, byte);
}

// MARK: - arm64

#elif defined(__aarch64__)

#include <arm_acle.h>
#include <arm_neon.h>

#define LANE_TARGET __attribute__((target("crc,aes")))
typedef uint8x16_t lane;

LANE_INLINE LANE_TARGET lane lane_load(const void *bytes) {
    return vld1q_u8((const uint8_t *)bytes);
}

LANE_INLINE LANE_TARGET lane lane_make(uint64_t first, uint64_t second) {
    return vreinterpretq_u8_u64(vcombine_u64(vcreate_u64(first), vcreate_u64(second)));
}

LANE_INLINE LANE_TARGET uint64_t lane_first(lane v) {
    return vgetq_lane_u64(vreinterpretq_u64_u8(v), 0);
}

LANE_INLINE LANE_TARGET uint64_t lane_second(lane v) {
    return vgetq_lane_u64(vreinterpretq_u64_u8(v), 1);
}

LANE_INLINE LANE_TARGET lane lane_xor(lane a, lane b) {
    return veorq_u8(a, b);
}

/// The carry-less product of the first words.
LANE_INLINE LANE_TARGET lane lane_multiply_first(lane a, lane b) {
    return vreinterpretq_u8_p128(vmull_p64((poly64_t)lane_first(a), (poly64_t)lane_first(b)));
}

/// The carry-less product of the second words.
LANE_INLINE LANE_TARGET lane lane_multiply_second(lane a, lane b) {
    return vreinterpretq_u8_p128(vmull_high_p64(vreinterpretq_p64_u8(a), vreinterpretq_p64_u8(b)));
}

/// Byte i of the result is byte `indices[i]` of `v`; for an index of 128 it is 0.
LANE_INLINE LANE_TARGET lane lane_pick(lane v, lane indices) {
    return vqtbl1q_u8(v, indices);
}

/// Byte i of `b` where `mask[i]` has its top bit, else of `a`.
LANE_INLINE LANE_TARGET lane lane_blend(lane a, lane b, lane mask) {
    const int8x16_t spread = vshrq_n_s8(vreinterpretq_s8_u8(mask), 7);
    return vbslq_u8(vreinterpretq_u8_s8(spread), b, a);
}

/// One step of CRC-32C over eight bytes.
LANE_INLINE LANE_TARGET uint32_t crc32c_word(uint32_t crc, uint64_t word) {
    return __crc32cd(crc, word);
}

/// One step of CRC-32C over a byte.
LANE_INLINE LANE_TARGET uint32_t crc32c_byte(uint32_t crc, uint8_t byte) {
    return __crc32cb(crc, byte);
}

#endif

// MARK: - Either

LANE_INLINE LANE_TARGET uint64_t load_word(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/// `v` folded by the distance that `constants` stand for, and `next` added.
LANE_INLINE LANE_TARGET lane lane_fold(lane v, lane constants, lane next) {
    const lane product = lane_multiply_first(v, constants);
    return lane_xor(lane_xor(product, next), lane_multiply_second(v, constants));
}

/// Four neighbouring lanes folded into the last of them.
LANE_INLINE LANE_TARGET lane lane_join(lane a, lane b, lane c, lane d, const fold_constants *folds) {
    d = lane_fold(a, lane_load(folds->by384), d);
    d = lane_fold(b, lane_load(folds->by256), d);
    return lane_fold(c, lane_load(folds->by128), d);
}

/// `v` followed by the last `count` (under 16) of the 16 bytes before `end`.
///
/// The `16 + count` bytes are cut anew, so that a full lane comes last: the
/// first `count` bytes of `v` fold onto the rest of `v` and the tail.
LANE_INLINE LANE_TARGET lane lane_append(lane v, const uint8_t *end, size_t count, lane by128) {
    static const uint8_t window[48] = {
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128,
    };
    const lane to_end = lane_load(window + count);
    const lane to_start = lane_load(window + 16 + count);
    const lane last = lane_blend(lane_pick(v, to_start), lane_load(end - 16), to_start);
    return lane_fold(lane_pick(v, to_end), by128, last);
}

/// Folds the `count` bytes after `v` into it; at least 16 bytes end where they end.
LANE_INLINE LANE_TARGET lane lane_finish(lane v, const uint8_t *bytes, size_t count, lane by128) {
    for (; count >= 16; bytes += 16, count -= 16) {
        v = lane_fold(v, by128, lane_load(bytes));
    }
    return count == 0 ? v : lane_append(v, bytes + count, count, by128);
}

/// The CRC-32C register after a lane: V * x^32 mod P.
LANE_INLINE LANE_TARGET uint32_t crc32c_of_lane(lane v) {
    return crc32c_word(crc32c_word(0, lane_first(v)), lane_second(v));
}

/// The CRC-64 register after a lane: V * x^64 mod P.
///
/// The first word is multiplied by x^128 mod P, which leaves T, 128 bits; then
/// q = floor(T / P) comes from the reciprocal and T - q * P is the remainder.
LANE_INLINE LANE_TARGET uint64_t crc64_of_lane(lane v) {
    const lane reciprocal = lane_make(crc64_barrett[0], 0);
    const lane polynomial = lane_make(crc64_barrett[1], 0);
    const lane shifted = lane_make(lane_second(v), 0);
    const lane t = lane_xor(lane_multiply_first(v, lane_make(crc64_folds.by128[1], 0)), shifted);
    const uint64_t quotient = lane_first(lane_multiply_first(t, reciprocal));
    const lane product = lane_multiply_first(lane_make(quotient, 0), polynomial);
    return lane_second(t) ^ lane_second(product) ^ quotient;
}

#endif
