// Which message is in which lane: a lane that ends takes the next message.

#include "SHA256.h"

#include "Tier.h"

#include <string.h>

bool cchecksums_has_sha256(void) {
    return cpu_features() & (CPU_SHA_NI | CPU_ARM_SHA2);
}

#if defined(CCHECKSUMS_HAS_SHA256)

/// A message on its way through the compression function.
typedef struct {
    sha256_state state;
    /// What to read next: first the message's whole blocks, then `tail`.
    const uint8_t *next;
    size_t block_count;
    /// How many blocks of `tail` remain after those; 0 while they are read.
    size_t tail_block_count;
    uint8_t *digest;
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

static void begin(sha256_lane *lane, const uint8_t *message, size_t count, uint8_t *digest) {
    static const sha256_state initial = {{
        0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
        0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
    }};
    const size_t left = count % SHA256_BLOCK;
    lane->state = initial;
    lane->next = message;
    lane->block_count = count / SHA256_BLOCK;
    lane->digest = digest;
    // FIPS 180-4 section 5.1.1: a one bit, zeros, the length in bits.
    lane->tail_block_count = left < SHA256_BLOCK - 8 ? 1 : 2;
    const size_t tail_count = lane->tail_block_count * SHA256_BLOCK;
    memset(lane->tail, 0, sizeof lane->tail);
    if (left > 0) {
        memcpy(lane->tail, message + (count - left), left);
    }
    lane->tail[left] = 0x80;
    store_big_endian((uint64_t)count * 8, 8, lane->tail + tail_count - 8);
    if (lane->block_count == 0) {
        take_tail(lane);
    }
}

static void finish(const sha256_lane *lane) {
    for (size_t i = 0; i < 8; i++) {
        store_big_endian(lane->state.words[i], 4, lane->digest + 4 * i);
    }
}

/// Advances all lanes by as many blocks as each has.
static void advance(sha256_lane *const *lanes, size_t count) {
    sha256_state *states[CCHECKSUMS_SHA256_LANES];
    const uint8_t *blocks[CCHECKSUMS_SHA256_LANES];
    size_t block_count = lanes[0]->block_count;
    for (size_t l = 0; l < count; l++) {
        states[l] = &lanes[l]->state;
        blocks[l] = lanes[l]->next;
        if (lanes[l]->block_count < block_count) {
            block_count = lanes[l]->block_count;
        }
    }
    sha256_advance(count, states, blocks, block_count);
    for (size_t l = 0; l < count; l++) {
        lanes[l]->next += block_count * SHA256_BLOCK;
        lanes[l]->block_count -= block_count;
    }
}

void cchecksums_sha256_many(
    const uint8_t *const *messages, const size_t *counts, size_t message_count,
    uint8_t *digests, size_t lanes) {
    sha256_lane storage[CCHECKSUMS_SHA256_LANES];
    sha256_lane *active[CCHECKSUMS_SHA256_LANES];
    size_t begun = 0, active_count = 0;
    for (; active_count < lanes && begun < message_count; begun++) {
        active[active_count] = &storage[active_count];
        begin(active[active_count++], messages[begun], counts[begun], digests + begun * SHA256_DIGEST);
    }
    while (active_count > 0) {
        advance(active, active_count);
        for (size_t l = active_count; l-- > 0;) {
            if (active[l]->block_count > 0 || take_tail(active[l])) {
                continue;
            }
            finish(active[l]);
            if (begun < message_count) {
                begin(active[l], messages[begun], counts[begun], digests + begun * SHA256_DIGEST);
                begun++;
            } else {
                active[l] = active[--active_count];
            }
        }
    }
}

#else

void cchecksums_sha256_many(
    const uint8_t *const *messages, const size_t *counts, size_t message_count,
    uint8_t *digests, size_t lanes) {
    (void)messages, (void)counts, (void)message_count, (void)digests, (void)lanes;
    __builtin_trap();  // the caller must ask cchecksums_has_sha256()
}

#endif
