// The numbers by which the folding kernels multiply.
//
// Both CRCs are reflected: bit i of an n-bit word is the coefficient of
// x^(n-1-i), and the first byte of a message is the least significant one.
//
// A carry-less product of two 64-bit words A and B, read in the same way as a
// 128-bit word, is A * B * x. So to multiply by x^n, multiply by the word of
// x^(n-1) mod P, where P is the CRC's polynomial.
//
// Sixteen message bytes are a polynomial V = L * x^64 + H (L: the first eight
// bytes). When D more bits of message follow, V counts as V * x^D, and that is
// congruent to L * (x^(D+64) mod P) + H * (x^D mod P), again at most 128 bits:
// "folding V by D" (V. Gopal et al., "Fast CRC Computation for Generic
// Polynomials Using PCLMULQDQ Instruction", Intel, 2009).
//
//     .byD = { word(x^(D+63) mod P), word(x^(D-1) mod P) }
//
// P is 0x11EDC6F41 (CRC-32C, RFC 3720) or 0x1AD93D23594C93659 (CRC-64/NVME,
// NVM Command Set Specification 5.2.1.3.4). A remainder of CRC-32C has 32 bits
// and stands in the upper half of its word.

#ifndef CCHECKSUMS_CRC_CONSTANTS_H
#define CCHECKSUMS_CRC_CONSTANTS_H

#include <stddef.h>
#include <stdint.h>

/// The multipliers of one CRC by the distance, in bits, of a fold.
typedef struct {
    uint64_t by2048[2], by512[2], by384[2], by256[2], by128[2];
} fold_constants;

static const fold_constants crc32c_folds = {
    .by2048 = {0xE9A5D8BE00000000, 0x1426A81500000000},
    .by512 = {0x1C19243B00000000, 0x75BBA45B00000000},
    .by384 = {0xA46EF4AA00000000, 0x6051243F00000000},
    .by256 = {0x33CCBBBC00000000, 0xA2158B3400000000},
    .by128 = {0x3743F7BD00000000, 0x3171D43000000000},
};

/// The distance that only CRC-32C needs.
static const uint64_t crc32c_by1024[2] = {0x6577B24500000000, 0x7417153F00000000};

static const fold_constants crc64_folds = {
    .by2048 = {0x37CCD3E14069CABC, 0xA043808C0F782663},
    .by512 = {0x0C32CDB31E18A84A, 0x62242240ACE5045A},
    .by384 = {0xBDD7AC0EE1A4A0F0, 0xA3FFDC1FE8E82A8B},
    .by256 = {0xB0BC2E589204F500, 0xE1E0BB9D45D7A44C},
    .by128 = {0xEADC41FD2BA3D420, 0x21E9761E252621AC},
};

/// For Barrett's reduction of CRC-64: floor(x^128 / P) and P, each 65 bits
/// reflected, without the last (the coefficient of x^0).
static const uint64_t crc64_barrett[2] = {0x27ECFA329AEF9F77, 0x34D926535897936B};

#endif
