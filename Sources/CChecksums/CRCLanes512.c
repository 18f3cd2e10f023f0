// CRCs by 512-bit carry-less multiplication (VPCLMULQDQ with AVX-512).

#include "CRC.h"

#if defined(__x86_64__)

#include "CRCLane128.h"

#define WIDE_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,vpclmulqdq,pclmul,sse4.2")))

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

WIDE_TARGET
uint32_t crc32c_by_lanes512(uint32_t crc, const uint8_t *bytes, size_t count) {
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
