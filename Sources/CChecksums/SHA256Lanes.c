// The SHA-256 compression function over one to four messages in step.
//
// The loops over lanes have constant bounds after inlining and vanish, so that
// the lanes' instructions stand next to each other.

#include "SHA256.h"

#if defined(CCHECKSUMS_HAS_SHA256)

#include "SHA256Vector.h"

/// Four rounds of each lane: group `group` of 16 (FIPS 180-4 section 6.2.2).
SHA_INLINE SHA_TARGET void advance_group(
    size_t group, size_t lanes, sha_variables *variables, sha_vector (*words)[4],
    const uint8_t *const *blocks, size_t offset) {
    const sha_vector constants = sha_load_words(sha256_round_constants + 4 * group);
#pragma clang loop unroll(full)
    for (size_t l = 0; l < lanes; l++) {
        sha_vector *w = words[l];
        sha_vector next;
        if (group < 4) {
            next = sha_load_message(blocks[l] + offset + 16 * group);
        } else {
            next = sha_schedule(w[group & 3], w[(group + 1) & 3], w[(group + 2) & 3], w[(group + 3) & 3]);
        }
        w[group & 3] = next;
        sha_four_rounds(&variables[l], sha_add(next, constants));
    }
}

SHA_INLINE SHA_TARGET void advance_lanes(
    size_t lanes, uint32_t *const *states, const uint8_t *const *blocks, size_t block_count) {
    sha_variables variables[SHA256_NARROW_LANES];
    for (size_t l = 0; l < lanes; l++) {
        variables[l] = sha_load_state(states[l]);
    }
    for (size_t offset = 0; offset < block_count * SHA256_BLOCK; offset += SHA256_BLOCK) {
        sha_variables before[SHA256_NARROW_LANES];
        sha_vector words[SHA256_NARROW_LANES][4];
        for (size_t l = 0; l < lanes; l++) {
            before[l] = variables[l];
        }
#pragma clang loop unroll(full)
        for (size_t group = 0; group < 16; group++) {
            advance_group(group, lanes, variables, words, blocks, offset);
        }
        for (size_t l = 0; l < lanes; l++) {
            variables[l] = sha_add_variables(variables[l], before[l]);
        }
    }
    for (size_t l = 0; l < lanes; l++) {
        sha_store_state(variables[l], states[l]);
    }
}

SHA_TARGET
void sha256_advance(
    size_t lanes, uint32_t *const *states, const uint8_t *const *blocks, size_t block_count) {
    switch (lanes) {
    case 1:
        advance_lanes(1, states, blocks, block_count);
        break;
    case 2:
        advance_lanes(2, states, blocks, block_count);
        break;
    case 3:
        advance_lanes(3, states, blocks, block_count);
        break;
    case 4:
        advance_lanes(4, states, blocks, block_count);
        break;
    default:
        break;
    }
}

#endif
