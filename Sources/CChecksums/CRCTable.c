// CRCs without special instructions: eight table look-ups for eight bytes.

#include "CRC.h"

#include <pthread.h>
#include <string.h>

static const uint32_t crc32c_polynomial = 0x82F63B78;             // reflected 0x1EDC6F41
static const uint64_t crc64_polynomial = 0x9A6C9329AC4BC9B5ULL;   // reflected 0xAD93D23594C93659

// `tables[k][b]` is the register after byte `b` and then `k` zero bytes.
static uint32_t crc32c_tables[8][256];
static uint64_t crc64_tables[8][256];

static void fill_tables(void) {
    for (unsigned byte = 0; byte < 256; byte++) {
        uint32_t crc32 = byte;
        uint64_t crc64 = byte;
        for (int bit = 0; bit < 8; bit++) {
            crc32 = (crc32 >> 1) ^ (crc32 & 1 ? crc32c_polynomial : 0);
            crc64 = (crc64 >> 1) ^ (crc64 & 1 ? crc64_polynomial : 0);
        }
        crc32c_tables[0][byte] = crc32;
        crc64_tables[0][byte] = crc64;
    }
    for (unsigned zeros = 1; zeros < 8; zeros++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            const uint32_t crc32 = crc32c_tables[zeros - 1][byte];
            const uint64_t crc64 = crc64_tables[zeros - 1][byte];
            crc32c_tables[zeros][byte] = (crc32 >> 8) ^ crc32c_tables[0][crc32 & 0xFF];
            crc64_tables[zeros][byte] = (crc64 >> 8) ^ crc64_tables[0][crc64 & 0xFF];
        }
    }
}

/// Fills the tables the first time: CPUs with better means never pay for them.
static void need_tables(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, fill_tables);
}

/// Eight bytes, the first in the least significant place.
static uint64_t load_little_endian(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

uint32_t crc32c_by_table(uint32_t crc, const uint8_t *bytes, size_t count) {
    need_tables();
    for (; count >= 8; bytes += 8, count -= 8) {
        const uint64_t word = load_little_endian(bytes) ^ crc;
        crc = 0;
        for (int i = 0; i < 8; i++) {
            crc ^= crc32c_tables[7 - i][(word >> (8 * i)) & 0xFF];
        }
    }
    for (; count > 0; bytes++, count--) {
        crc = (crc >> 8) ^ crc32c_tables[0][(crc ^ *bytes) & 0xFF];
    }
    return crc;
}

uint64_t crc64_by_table(uint64_t crc, const uint8_t *bytes, size_t count) {
    need_tables();
    for (; count >= 8; bytes += 8, count -= 8) {
        const uint64_t word = load_little_endian(bytes) ^ crc;
        crc = 0;
        for (int i = 0; i < 8; i++) {
            crc ^= crc64_tables[7 - i][(word >> (8 * i)) & 0xFF];
        }
    }
    for (; count > 0; bytes++, count--) {
        crc = (crc >> 8) ^ crc64_tables[0][(crc ^ *bytes) & 0xFF];
    }
    return crc;
}
