// The SHA-256 compression function over sixteen messages in step, one in each 32-bit lane of AVX-512.
//
// Intel's SHA unit takes one message as fast as several; its vector units are twice as fast with sixteen.

#include "SHA256.h"

#if defined(__x86_64__)

#include "SHA256Vector.h"

#define WIDE_TARGET __attribute__((target("avx512f,avx512bw")))
#define WIDE_INLINE static inline __attribute__((always_inline)) WIDE_TARGET

enum {
    EXCLUSIVE_OR = 0x96,
    CHOICE = 0xCA,
    MAJORITY = 0xE8,
};

#define ROTATE3(x, a, b, c) \
    _mm512_ternarylogic_epi32( \
        _mm512_ror_epi32(x, a), _mm512_ror_epi32(x, b), _mm512_ror_epi32(x, c), EXCLUSIVE_OR)
#define ROTATE2_SHIFT(x, a, b, c) \
    _mm512_ternarylogic_epi32( \
        _mm512_ror_epi32(x, a), _mm512_ror_epi32(x, b), _mm512_srli_epi32(x, c), EXCLUSIVE_OR)

/// Exchanges rows and columns of 16 x 16 words.
WIDE_INLINE void transpose(__m512i r[16]) {
    __m512i t[16];
    for (size_t i = 0; i < 16; i += 4) {
        const __m512i a = _mm512_unpacklo_epi32(r[i], r[i + 1]), b = _mm512_unpackhi_epi32(r[i], r[i + 1]);
        const __m512i c = _mm512_unpacklo_epi32(r[i + 2], r[i + 3]), d = _mm512_unpackhi_epi32(r[i + 2], r[i + 3]);
        t[i] = _mm512_unpacklo_epi64(a, c);
        t[i + 1] = _mm512_unpackhi_epi64(a, c);
        t[i + 2] = _mm512_unpacklo_epi64(b, d);
        t[i + 3] = _mm512_unpackhi_epi64(b, d);
    }
    for (size_t i = 0; i < 4; i++) {
        const __m512i a = _mm512_shuffle_i32x4(t[i], t[i + 4], 0x88), b = _mm512_shuffle_i32x4(t[i], t[i + 4], 0xDD);
        const __m512i c = _mm512_shuffle_i32x4(t[i + 8], t[i + 12], 0x88);
        const __m512i d = _mm512_shuffle_i32x4(t[i + 8], t[i + 12], 0xDD);
        r[i] = _mm512_shuffle_i32x4(a, c, 0x88);
        r[i + 4] = _mm512_shuffle_i32x4(b, d, 0x88);
        r[i + 8] = _mm512_shuffle_i32x4(a, c, 0xDD);
        r[i + 12] = _mm512_shuffle_i32x4(b, d, 0xDD);
    }
}

/// The words of one block of each message, those of one position in one vector.
WIDE_INLINE void load_blocks(const uint8_t *const *blocks, size_t offset, __m512i w[16]) {
    const __m512i swap = _mm512_set4_epi32(0x0C0D0E0F, 0x08090A0B, 0x04050607, 0x00010203);
    for (size_t l = 0; l < 16; l++) {
        w[l] = _mm512_shuffle_epi8(_mm512_loadu_si512(blocks[l] + offset), swap);
    }
    transpose(w);
}

/// One round (FIPS 180-4, 6.2.2), then the next word of the schedule in the place of the one that was used.
WIDE_INLINE void advance_round(__m512i v[8], __m512i w[16], size_t round) {
    const __m512i word = w[round & 15];
    const __m512i constant = _mm512_set1_epi32((int)sha256_round_constants[round]);
    const __m512i t1 = _mm512_add_epi32(
        _mm512_add_epi32(_mm512_add_epi32(v[7], constant), word),
        _mm512_add_epi32(ROTATE3(v[4], 6, 11, 25), _mm512_ternarylogic_epi32(v[4], v[5], v[6], CHOICE)));
    const __m512i t2 = _mm512_add_epi32(
        ROTATE3(v[0], 2, 13, 22), _mm512_ternarylogic_epi32(v[0], v[1], v[2], MAJORITY));
    v[7] = v[6];
    v[6] = v[5];
    v[5] = v[4];
    v[4] = _mm512_add_epi32(v[3], t1);
    v[3] = v[2];
    v[2] = v[1];
    v[1] = v[0];
    v[0] = _mm512_add_epi32(t1, t2);
    if (round < 48) {
        const __m512i late = w[(round + 14) & 15], early = w[(round + 1) & 15];
        w[round & 15] = _mm512_add_epi32(
            _mm512_add_epi32(word, ROTATE2_SHIFT(early, 7, 18, 3)),
            _mm512_add_epi32(w[(round + 9) & 15], ROTATE2_SHIFT(late, 17, 19, 10)));
    }
}

WIDE_TARGET
void sha256_advance_wide(uint32_t *const *states, const uint8_t *const *blocks, size_t block_count) {
    uint32_t words[8][16];
    __m512i state[8];
    for (size_t i = 0; i < 8; i++) {
        for (size_t l = 0; l < 16; l++) {
            words[i][l] = states[l][i];
        }
        state[i] = _mm512_loadu_si512(words[i]);
    }
    for (size_t offset = 0; offset < block_count * SHA256_BLOCK; offset += SHA256_BLOCK) {
        __m512i v[8], w[16];
        load_blocks(blocks, offset, w);
        for (size_t i = 0; i < 8; i++) {
            v[i] = state[i];
        }
#pragma clang loop unroll(full)
        for (size_t round = 0; round < 64; round++) {
            advance_round(v, w, round);
        }
        for (size_t i = 0; i < 8; i++) {
            state[i] = _mm512_add_epi32(state[i], v[i]);
        }
    }
    for (size_t i = 0; i < 8; i++) {
        _mm512_storeu_si512(words[i], state[i]);
        for (size_t l = 0; l < 16; l++) {
            states[l][i] = words[i][l];
        }
    }
}

#endif
