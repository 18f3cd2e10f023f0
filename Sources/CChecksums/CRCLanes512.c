// CRCs by 512-bit carry-less multiplication (VPCLMULQDQ with AVX-512).

#include "CRC.h"

#if defined(__x86_64__)

#include "CRC32CBlocks.h"

#define WIDE_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,vpclmulqdq,pclmul,sse4.2")))

enum {
    /// What one iteration reads of a block's vector region.
    VECTOR_STEP = 128,
};

LANE_INLINE WIDE_TARGET __m512i wide_load(const uint8_t *bytes) {
    return _mm512_loadu_si512(bytes);
}

LANE_INLINE WIDE_TARGET __m512i wide_constants(const uint64_t *constants) {
    return _mm512_broadcast_i32x4(lane_load(constants));
}

/// Each of the four lanes of `v` folded, and `next` added.
LANE_INLINE WIDE_TARGET __m512i wide_fold(__m512i v, __m512i constants, __m512i next) {
    const __m512i first = _mm512_clmulepi64_epi128(v, constants, 0x00);
    const __m512i second = _mm512_clmulepi64_epi128(v, constants, 0x11);
    return _mm512_ternarylogic_epi64(first, second, next, 0x96);  // exclusive or of the three
}

/// The four lanes of `v` folded into the last.
LANE_INLINE WIDE_TARGET lane wide_join(__m512i v, const fold_constants *folds) {
    return lane_join(
        _mm512_extracti32x4_epi32(v, 0), _mm512_extracti32x4_epi32(v, 1),
        _mm512_extracti32x4_epi32(v, 2), _mm512_extracti32x4_epi32(v, 3), folds);
}

/// The lane that a message of at least 256 bytes, begun with `crc`, folds into.
LANE_INLINE WIDE_TARGET lane fold_message(
    uint64_t crc, const uint8_t *bytes, size_t count, const fold_constants *folds) {
    __m512i a = _mm512_xor_si512(wide_load(bytes), _mm512_zextsi128_si512(lane_make(crc, 0)));
    __m512i b = wide_load(bytes + 64), c = wide_load(bytes + 128), d = wide_load(bytes + 192);
    const __m512i by2048 = wide_constants(folds->by2048);
    for (bytes += 256, count -= 256; count >= 256; bytes += 256, count -= 256) {
        a = wide_fold(a, by2048, wide_load(bytes));
        b = wide_fold(b, by2048, wide_load(bytes + 64));
        c = wide_fold(c, by2048, wide_load(bytes + 128));
        d = wide_fold(d, by2048, wide_load(bytes + 192));
    }
    const __m512i by512 = wide_constants(folds->by512);
    d = wide_fold(wide_fold(wide_fold(a, by512, b), by512, c), by512, d);
    for (; count >= 64; bytes += 64, count -= 64) {
        d = wide_fold(d, by512, wide_load(bytes));
    }
    return lane_finish(wide_join(d, folds), bytes, count, lane_load(folds->by128));
}

/// One block whose vector region is two times four lanes wide.
__attribute__((noinline)) WIDE_TARGET
static uint32_t crc32c_fused_block(
    uint32_t crc, const uint8_t *bytes, const crc32c_block *block) {
    const __m512i by1024 = wide_constants(crc32c_by1024);
    const size_t stride = STREAM_STEP * block->iterations;
    const uint8_t *stream = bytes + VECTOR_STEP * block->iterations;
    crc32c_streams streams = {0};
    __m512i a = _mm512_setzero_si512(), b = _mm512_setzero_si512();
    for (size_t i = 0; i < block->iterations; i++) {
        a = wide_fold(a, by1024, wide_load(bytes));
        b = wide_fold(b, by1024, wide_load(bytes + 64));
        streams_step(&streams, stream, stride);
        bytes += VECTOR_STEP;
        stream += STREAM_STEP;
    }
    const lane folded = wide_join(wide_fold(a, wide_constants(crc32c_folds.by512), b), &crc32c_folds);
    return block_end(crc, crc32c_of_lane(folded), streams, block);
}

WIDE_TARGET
uint32_t crc32c_by_lanes512(uint32_t crc, const uint8_t *bytes, size_t count) {
    static const crc32c_block blocks[BLOCK_SIZES] = {
        {341, {0x5D4C91FC, 0x562CC096, 0xF2E29F27}, 0x40CA35E7, 0x95E967D5},  // 65,472 bytes
        {85, {0x3F70CC6F, 0x5AA1F3CF, 0xCF067065}, 0xFA0F2BD0, 0xA5AC2348},   // 16,320 bytes
        {21, {0xA60CE07B, 0xCEC3662E, 0xE0AC139E}, 0xC9C8B782, 0x24E6FE8F},   // 4,032 bytes
    };
    for (size_t i = 0; i < BLOCK_SIZES; i++) {
        const size_t size = (VECTOR_STEP + 4 * STREAM_STEP) * blocks[i].iterations;
        for (; count >= size; bytes += size, count -= size) {
            crc = crc32c_fused_block(crc, bytes, &blocks[i]);
        }
    }
    if (count < 256) {
        return crc32c_by_lanes128(crc, bytes, count);
    }
    return crc32c_of_lane(fold_message(crc, bytes, count, &crc32c_folds));
}

WIDE_TARGET
uint64_t crc64_by_lanes512(uint64_t crc, const uint8_t *bytes, size_t count) {
    if (count < 256) {
        return crc64_by_lanes128(crc, bytes, count);
    }
    return crc64_of_lane(fold_message(crc, bytes, count, &crc64_folds));
}

#endif
