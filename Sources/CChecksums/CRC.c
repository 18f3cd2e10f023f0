#include "CRC.h"

static uint32_t crc32c_register(
    cchecksums_tier tier, uint32_t crc, const uint8_t *bytes, size_t count) {
    switch (tier) {
#if defined(__x86_64__)
    case CCHECKSUMS_TIER_VPCLMUL:
        return crc32c_by_lanes512(crc, bytes, count);
#endif
#if defined(CCHECKSUMS_HAS_INSTRUCTIONS)
    case CCHECKSUMS_TIER_PCLMUL:
    case CCHECKSUMS_TIER_ARM_PMULL:
        return crc32c_by_lanes128(crc, bytes, count);
    case CCHECKSUMS_TIER_SSE42:
    case CCHECKSUMS_TIER_ARM_CRC:
        return crc32c_by_instruction(crc, bytes, count);
#endif
    default:
        return crc32c_by_table(crc, bytes, count);
    }
}

static uint64_t crc64_register(
    cchecksums_tier tier, uint64_t crc, const uint8_t *bytes, size_t count) {
    switch (tier) {
#if defined(__x86_64__)
    case CCHECKSUMS_TIER_VPCLMUL:
        return crc64_by_lanes512(crc, bytes, count);
#endif
#if defined(CCHECKSUMS_HAS_INSTRUCTIONS)
    case CCHECKSUMS_TIER_PCLMUL:
    case CCHECKSUMS_TIER_ARM_PMULL:
        return crc64_by_lanes128(crc, bytes, count);
#endif
    default:
        return crc64_by_table(crc, bytes, count);
    }
}

uint32_t cchecksums_crc32c_in_tier(
    cchecksums_tier tier, uint32_t crc, const uint8_t *bytes, size_t count) {
    return ~crc32c_register(tier, ~crc, bytes, count);
}

uint64_t cchecksums_crc64nvme_in_tier(
    cchecksums_tier tier, uint64_t crc, const uint8_t *bytes, size_t count) {
    return ~crc64_register(tier, ~crc, bytes, count);
}

uint32_t cchecksums_crc32c(uint32_t crc, const uint8_t *bytes, size_t count) {
    return cchecksums_crc32c_in_tier(cchecksums_best_tier(), crc, bytes, count);
}

uint64_t cchecksums_crc64nvme(uint64_t crc, const uint8_t *bytes, size_t count) {
    return cchecksums_crc64nvme_in_tier(cchecksums_best_tier(), crc, bytes, count);
}
