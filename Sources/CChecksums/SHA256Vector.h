// The SHA-256 instructions of x86-64 and arm64, under common names.

#ifndef CCHECKSUMS_SHA256_VECTOR_H
#define CCHECKSUMS_SHA256_VECTOR_H

#include <stdint.h>

#define SHA_INLINE static inline __attribute__((always_inline))

/// FIPS 180-4 section 4.2.2.
static const uint32_t sha256_round_constants[64] = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
};

// MARK: - x86

#if defined(__x86_64__)

#include <immintrin.h>

#define SHA_TARGET __attribute__((target("sha,sse4.1,ssse3")))

/// Four 32-bit words.
typedef __m128i sha_vector;

/// The working variables, in the order that `sha256rnds2` wants: f e b a, h g d c.
typedef struct {
    sha_vector abef, cdgh;
} sha_variables;

/// Four words of a message (big-endian).
SHA_INLINE SHA_TARGET sha_vector sha_load_message(const uint8_t *bytes) {
    const __m128i swap = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
    return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes), swap);
}

SHA_INLINE SHA_TARGET sha_vector sha_load_words(const uint32_t *words) {
    return _mm_loadu_si128((const __m128i *)words);
}

SHA_INLINE SHA_TARGET sha_vector sha_add(sha_vector a, sha_vector b) {
    return _mm_add_epi32(a, b);
}

/// The next four words of the schedule from the sixteen before.
SHA_INLINE SHA_TARGET sha_vector sha_schedule(sha_vector a, sha_vector b, sha_vector c, sha_vector d) {
    const sha_vector sum = _mm_add_epi32(_mm_sha256msg1_epu32(a, b), _mm_alignr_epi8(d, c, 4));
    return _mm_sha256msg2_epu32(sum, d);
}

SHA_INLINE SHA_TARGET void sha_four_rounds(sha_variables *v, sha_vector words) {
    v->cdgh = _mm_sha256rnds2_epu32(v->cdgh, v->abef, words);
    v->abef = _mm_sha256rnds2_epu32(v->abef, v->cdgh, _mm_shuffle_epi32(words, 0x0E));
}

SHA_INLINE SHA_TARGET sha_variables sha_load_state(const uint32_t *words) {
    const __m128i badc = _mm_shuffle_epi32(sha_load_words(words), 0xB1);
    const __m128i hgfe = _mm_shuffle_epi32(sha_load_words(words + 4), 0x1B);
    return (sha_variables){_mm_alignr_epi8(badc, hgfe, 8), _mm_blend_epi16(hgfe, badc, 0xF0)};
}

SHA_INLINE SHA_TARGET void sha_store_state(sha_variables v, uint32_t *words) {
    const __m128i abef = _mm_shuffle_epi32(v.abef, 0x1B);
    const __m128i ghcd = _mm_shuffle_epi32(v.cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(abef, ghcd, 0xF0));
    _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(ghcd, abef, 8));
}

SHA_INLINE SHA_TARGET sha_variables sha_add_variables(sha_variables a, sha_variables b) {
    return (sha_variables){sha_add(a.abef, b.abef), sha_add(a.cdgh, b.cdgh)};
}

// MARK: - arm64

#elif defined(__aarch64__)

#include <arm_neon.h>

#define SHA_TARGET __attribute__((target("sha2")))

/// Four 32-bit words.
typedef uint32x4_t sha_vector;

/// The working variables.
typedef struct {
    sha_vector abcd, efgh;
} sha_variables;

/// Four words of a message (big-endian).
SHA_INLINE SHA_TARGET sha_vector sha_load_message(const uint8_t *bytes) {
    return vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes)));
}

SHA_INLINE SHA_TARGET sha_vector sha_load_words(const uint32_t *words) {
    return vld1q_u32(words);
}

SHA_INLINE SHA_TARGET sha_vector sha_add(sha_vector a, sha_vector b) {
    return vaddq_u32(a, b);
}

/// The next four words of the schedule from the sixteen before.
SHA_INLINE SHA_TARGET sha_vector sha_schedule(sha_vector a, sha_vector b, sha_vector c, sha_vector d) {
    return vsha256su1q_u32(vsha256su0q_u32(a, b), c, d);
}

SHA_INLINE SHA_TARGET void sha_four_rounds(sha_variables *v, sha_vector words) {
    const sha_vector abcd = v->abcd;
    v->abcd = vsha256hq_u32(abcd, v->efgh, words);
    v->efgh = vsha256h2q_u32(v->efgh, abcd, words);
}

SHA_INLINE SHA_TARGET sha_variables sha_load_state(const uint32_t *words) {
    return (sha_variables){vld1q_u32(words), vld1q_u32(words + 4)};
}

SHA_INLINE SHA_TARGET void sha_store_state(sha_variables v, uint32_t *words) {
    vst1q_u32(words, v.abcd);
    vst1q_u32(words + 4, v.efgh);
}

SHA_INLINE SHA_TARGET sha_variables sha_add_variables(sha_variables a, sha_variables b) {
    return (sha_variables){sha_add(a.abcd, b.abcd), sha_add(a.efgh, b.efgh)};
}

#endif

#endif
