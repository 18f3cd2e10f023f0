// CRCs by 128-bit carry-less multiplication: four lanes folded side by side.

#include "CRC.h"

#if defined(CCHECKSUMS_HAS_INSTRUCTIONS)

#include "CRC32CBlocks.h"

enum {
    /// What one iteration reads of a block's vector region.
    VECTOR_STEP = 16,
};

LANE_TARGET
uint32_t crc32c_by_instruction(uint32_t crc, const uint8_t *bytes, size_t count) {
    for (; count >= 8; bytes += 8, count -= 8) {
        crc = crc32c_word(crc, load_word(bytes));
    }
    for (; count > 0; bytes++, count--) {
        crc = crc32c_byte(crc, *bytes);
    }
    return crc;
}

/// The lane that a message of at least 16 bytes, begun with `crc`, folds into.
LANE_INLINE LANE_TARGET lane fold_message(
    uint64_t crc, const uint8_t *bytes, size_t count, const fold_constants *folds) {
    const lane by128 = lane_load(folds->by128);
    lane a = lane_xor(lane_load(bytes), lane_make(crc, 0));
    if (count < 64) {
        return lane_finish(a, bytes + 16, count - 16, by128);
    }
    lane b = lane_load(bytes + 16), c = lane_load(bytes + 32), d = lane_load(bytes + 48);
    const lane by512 = lane_load(folds->by512);
    for (bytes += 64, count -= 64; count >= 64; bytes += 64, count -= 64) {
        a = lane_fold(a, by512, lane_load(bytes));
        b = lane_fold(b, by512, lane_load(bytes + 16));
        c = lane_fold(c, by512, lane_load(bytes + 32));
        d = lane_fold(d, by512, lane_load(bytes + 48));
    }
    return lane_finish(lane_join(a, b, c, d, folds), bytes, count, by128);
}

/// One block whose vector region is one lane wide.
__attribute__((noinline)) LANE_TARGET
static uint32_t crc32c_fused_block(
    uint32_t crc, const uint8_t *bytes, const crc32c_block *block) {
    const lane by128 = lane_load(crc32c_folds.by128);
    const size_t stride = STREAM_STEP * block->iterations;
    const uint8_t *stream = bytes + VECTOR_STEP * block->iterations;
    crc32c_streams streams = {0};
    lane folded = lane_make(0, 0);
    for (size_t i = 0; i < block->iterations; i++) {
        folded = lane_fold(folded, by128, lane_load(bytes));
        streams_step(&streams, stream, stride);
        bytes += VECTOR_STEP;
        stream += STREAM_STEP;
    }
    return block_end(crc, crc32c_of_lane(folded), streams, block);
}

LANE_TARGET
uint32_t crc32c_by_lanes128(uint32_t crc, const uint8_t *bytes, size_t count) {
    static const crc32c_block blocks[BLOCK_SIZES] = {
        {819, {0x5E1CC86A, 0x3F3F482F, 0x4203402E}, 0xA5A05BE2, 0x31D38612},  // 65,520 bytes
        {204, {0x95FFD7DC, 0xFAB852FC, 0x606DFBA1}, 0x32AA6F06, 0xA5AC2348},  // 16,320 bytes
        {51, {0xF6076544, 0x02EE03B2, 0x1D31175F}, 0x95FFD7DC, 0xCF067065},  // 4,080 bytes
    };
    for (size_t i = 0; i < BLOCK_SIZES; i++) {
        const size_t size = (VECTOR_STEP + 4 * STREAM_STEP) * blocks[i].iterations;
        for (; count >= size; bytes += size, count -= size) {
            crc = crc32c_fused_block(crc, bytes, &blocks[i]);
        }
    }
    if (count < 64) {
        return crc32c_by_instruction(crc, bytes, count);
    }
    return crc32c_of_lane(fold_message(crc, bytes, count, &crc32c_folds));
}

/// A message under 16 bytes, moved to the end of a lane that starts with zeros.
///
/// When the message is shorter than the register, the register's last bytes
/// are not reached: they only move down.
LANE_INLINE LANE_TARGET uint64_t crc64_of_few(uint64_t crc, const uint8_t *bytes, size_t count) {
    uint8_t buffer[16] = {0};
    for (size_t i = 0; i < count; i++) {
        const uint8_t mask = i < 8 ? (uint8_t)(crc >> (8 * i)) : 0;
        buffer[16 - count + i] = bytes[i] ^ mask;
    }
    const uint64_t unreached = count < 8 ? crc >> (8 * count) : 0;
    return crc64_of_lane(lane_load(buffer)) ^ unreached;
}

LANE_TARGET
uint64_t crc64_by_lanes128(uint64_t crc, const uint8_t *bytes, size_t count) {
    if (count < 16) {
        return count == 0 ? crc : crc64_of_few(crc, bytes, count);
    }
    return crc64_of_lane(fold_message(crc, bytes, count, &crc64_folds));
}

#endif
