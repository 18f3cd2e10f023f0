// Which piece is in which lane: a lane that ends takes the next piece.

#include "SHA256.h"

#include "Tier.h"

#include <string.h>

bool cchecksums_has_sha256(void) {
    return cpu_features() & (CPU_SHA_NI | CPU_ARM_SHA2);
}

size_t cchecksums_sha256_best_lanes(void) {
    return cpu_features() & CPU_WIDE_SHA ? 16 : 4;
}

#if defined(CCHECKSUMS_HAS_SHA256)

/// A piece on its way through the compression function.
typedef struct {
    uint32_t *state;
    /// What to read next: first the piece's whole blocks, then `tail`.
    const uint8_t *next;
    size_t block_count;
    /// How many blocks of `tail` remain after those; 0 while they are read.
    size_t tail_block_count;
    uint8_t tail[2 * SHA256_BLOCK];
} sha256_lane;

static void store_big_endian(uint64_t value, size_t byte_count, uint8_t *bytes) {
    for (size_t i = 0; i < byte_count; i++) {
        bytes[i] = (uint8_t)(value >> (8 * (byte_count - 1 - i)));
    }
}

/// Begins the tail, or says that there is none left.
static bool take_tail(sha256_lane *lane) {
    lane->next = lane->tail;
    lane->block_count = lane->tail_block_count;
    lane->tail_block_count = 0;
    return lane->block_count > 0;
}

/// Writes the end of a message: FIPS 180-4 section 5.1.1, a one bit, zeros, the length in bits.
static void write_tail(sha256_lane *lane, const uint8_t *left_bytes, size_t left, uint64_t byte_count) {
    lane->tail_block_count = left < SHA256_BLOCK - 8 ? 1 : 2;
    memset(lane->tail, 0, sizeof lane->tail);
    if (left > 0) {
        memcpy(lane->tail, left_bytes, left);
    }
    lane->tail[left] = 0x80;
    store_big_endian(byte_count * 8, 8, lane->tail + lane->tail_block_count * SHA256_BLOCK - 8);
}

/// Puts a piece into a lane, or says that it has nothing to compress.
static bool begin(sha256_lane *lane, const cchecksums_sha256_piece *piece) {
    const size_t left = piece->count % SHA256_BLOCK;
    piece->message->byte_count += piece->count;
    lane->state = piece->message->words;
    lane->next = piece->bytes;
    lane->block_count = piece->count / SHA256_BLOCK;
    lane->tail_block_count = 0;
    if (piece->is_last) {
        const uint8_t *left_bytes = left > 0 ? piece->bytes + (piece->count - left) : piece->bytes;
        write_tail(lane, left_bytes, left, piece->message->byte_count);
    }
    return lane->block_count > 0 || take_tail(lane);
}

/// With fewer messages than this in sixteen lanes the SHA unit is faster.
enum { WIDE_MINIMUM = 7 };

/// Advances sixteen lanes, of which some may have no message.
static void advance_wide(
    size_t count, uint32_t *const *states, const uint8_t *const *blocks, size_t block_count) {
#if defined(__x86_64__)
    uint32_t idle[8] = {0};
    uint32_t *all_states[SHA256_WIDE_LANES];
    const uint8_t *all_blocks[SHA256_WIDE_LANES];
    for (size_t l = 0; l < SHA256_WIDE_LANES; l++) {
        all_states[l] = l < count ? states[l] : idle;
        all_blocks[l] = blocks[l < count ? l : 0];
    }
    sha256_advance_wide(all_states, all_blocks, block_count);
#else
    (void)count, (void)states, (void)blocks, (void)block_count;
#endif
}

/// Advances all lanes by as many blocks as each has.
static void advance(sha256_lane *const *lanes, size_t count) {
    uint32_t *states[CCHECKSUMS_SHA256_LANES];
    const uint8_t *blocks[CCHECKSUMS_SHA256_LANES];
    size_t block_count = lanes[0]->block_count;
    for (size_t l = 0; l < count; l++) {
        states[l] = lanes[l]->state;
        blocks[l] = lanes[l]->next;
        if (lanes[l]->block_count < block_count) {
            block_count = lanes[l]->block_count;
        }
    }
    if (count >= WIDE_MINIMUM && (cpu_features() & CPU_WIDE_SHA)) {
        advance_wide(count, states, blocks, block_count);
    } else {
        for (size_t l = 0; l < count; l += SHA256_NARROW_LANES) {
            const size_t left = count - l;
            const size_t lane_count = left < SHA256_NARROW_LANES ? left : SHA256_NARROW_LANES;
            sha256_advance(lane_count, states + l, blocks + l, block_count);
        }
    }
    for (size_t l = 0; l < count; l++) {
        lanes[l]->next += block_count * SHA256_BLOCK;
        lanes[l]->block_count -= block_count;
    }
}

/// Puts the next piece that has anything to compress into a lane.
static bool begin_next(
    sha256_lane *lane, const cchecksums_sha256_piece *pieces, size_t piece_count, size_t *begun) {
    while (*begun < piece_count) {
        if (begin(lane, &pieces[(*begun)++])) {
            return true;
        }
    }
    return false;
}

cchecksums_sha256_message cchecksums_sha256_begin(void) {
    return (cchecksums_sha256_message){{
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
        0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
    }, 0};
}

void cchecksums_sha256_continue(const cchecksums_sha256_piece *pieces, size_t piece_count, size_t lanes) {
    sha256_lane storage[CCHECKSUMS_SHA256_LANES];
    sha256_lane *active[CCHECKSUMS_SHA256_LANES];
    size_t begun = 0, active_count = 0;
    while (active_count < lanes && begin_next(&storage[active_count], pieces, piece_count, &begun)) {
        active[active_count] = &storage[active_count];
        active_count++;
    }
    while (active_count > 0) {
        advance(active, active_count);
        for (size_t l = active_count; l-- > 0;) {
            if (active[l]->block_count > 0 || take_tail(active[l])) {
                continue;
            }
            if (!begin_next(active[l], pieces, piece_count, &begun)) {
                active[l] = active[--active_count];
            }
        }
    }
}

#else

cchecksums_sha256_message cchecksums_sha256_begin(void) {
    return (cchecksums_sha256_message){{0}, 0};
}

void cchecksums_sha256_continue(const cchecksums_sha256_piece *pieces, size_t piece_count, size_t lanes) {
    (void)pieces, (void)piece_count, (void)lanes;
    __builtin_trap();  // the caller must ask cchecksums_has_sha256()
}

#endif
