#include "Tier.h"

#include <stdatomic.h>

// MARK: - x86

#if defined(__x86_64__)

#include <cpuid.h>

/// The register sets that the operating system saves (XCR0).
__attribute__((target("xsave")))
static unsigned long long saved_register_sets(void) {
    return __builtin_ia32_xgetbv(0);
}

/// Whether `set` holds every bit of `wanted`.
static bool has_all(unsigned long long set, unsigned long long wanted) {
    return (set & wanted) == wanted;
}

/// Whether Intel made the CPU: its SHA unit has no room for a second message, unlike AMD's.
static bool is_intel(void) {
    unsigned a, b, c, d;
    return __get_cpuid(0, &a, &b, &c, &d) && b == signature_INTEL_ebx && c == signature_INTEL_ecx
        && d == signature_INTEL_edx;
}

static unsigned probe(void) {
    const unsigned long long zmm_state = 0xE6;  // SSE, AVX, opmask, both halves of ZMM
    unsigned a, b, c, d, found = CPU_PROBED;
    if (!__get_cpuid(1, &a, &b, &c, &d)) {
        return found;
    }
    const bool os_saves_zmm = has_all(c, bit_OSXSAVE) && has_all(saved_register_sets(), zmm_state);
    if (has_all(c, bit_SSE4_2 | bit_SSE4_1 | bit_SSSE3)) {
        found |= CPU_SSE42;
        if (has_all(c, bit_PCLMUL)) {
            found |= CPU_PCLMUL;
        }
    }
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
        return found;
    }
    if ((found & CPU_SSE42) && has_all(b, bit_SHA)) {
        found |= CPU_SHA_NI;
    }
    if ((found & CPU_PCLMUL) && os_saves_zmm && has_all(c, bit_VPCLMULQDQ)
        && has_all(b, bit_AVX512F | bit_AVX512BW | bit_AVX512VL)) {
        found |= CPU_VPCLMUL;
    }
    if ((found & CPU_SHA_NI) && os_saves_zmm && has_all(b, bit_AVX512F | bit_AVX512BW) && is_intel()) {
        found |= CPU_WIDE_SHA;
    }
    return found;
}

// MARK: - arm64

#elif defined(__aarch64__) && defined(__linux__)

#include <sys/auxv.h>

static unsigned probe(void) {
    // <asm/hwcap.h> numbers; written out because musl does not install them.
    const unsigned long pmull = 1UL << 4, sha2 = 1UL << 6, crc32 = 1UL << 7;
    const unsigned long caps = getauxval(AT_HWCAP);
    unsigned found = CPU_PROBED;
    if (caps & crc32) {
        found |= CPU_ARM_CRC;
        if (caps & pmull) {
            found |= CPU_ARM_PMULL;
        }
    }
    if (caps & sha2) {
        found |= CPU_ARM_SHA2;
    }
    return found;
}

#elif defined(__aarch64__) && defined(__APPLE__)

/// Every Apple 64-bit CPU since 2016 has the three extensions.
static unsigned probe(void) {
    return CPU_PROBED | CPU_ARM_CRC | CPU_ARM_PMULL | CPU_ARM_SHA2;
}

// MARK: - Anything else

#else

static unsigned probe(void) {
    return CPU_PROBED;
}

#endif

// MARK: - The answer

unsigned cpu_features(void) {
    // Two threads may both probe; they store the same value.
    static _Atomic unsigned remembered;
    unsigned found = atomic_load_explicit(&remembered, memory_order_relaxed);
    if (!found) {
        found = probe();
        atomic_store_explicit(&remembered, found, memory_order_relaxed);
    }
    return found;
}

bool cchecksums_has_tier(cchecksums_tier tier) {
    static const unsigned needed[CCHECKSUMS_TIER_COUNT] = {
        [CCHECKSUMS_TIER_TABLE] = CPU_PROBED,
        [CCHECKSUMS_TIER_SSE42] = CPU_SSE42,
        [CCHECKSUMS_TIER_PCLMUL] = CPU_PCLMUL,
        [CCHECKSUMS_TIER_VPCLMUL] = CPU_VPCLMUL,
        [CCHECKSUMS_TIER_ARM_CRC] = CPU_ARM_CRC,
        [CCHECKSUMS_TIER_ARM_PMULL] = CPU_ARM_PMULL,
    };
    return (unsigned)tier < CCHECKSUMS_TIER_COUNT && (cpu_features() & needed[tier]);
}

cchecksums_tier cchecksums_best_tier(void) {
    const unsigned found = cpu_features();
    if (found & CPU_ARM_PMULL) {
        return CCHECKSUMS_TIER_ARM_PMULL;
    }
    if (found & CPU_ARM_CRC) {
        return CCHECKSUMS_TIER_ARM_CRC;
    }
    if (found & CPU_VPCLMUL) {
        return CCHECKSUMS_TIER_VPCLMUL;
    }
    if (found & CPU_PCLMUL) {
        return CCHECKSUMS_TIER_PCLMUL;
    }
    return found & CPU_SSE42 ? CCHECKSUMS_TIER_SSE42 : CCHECKSUMS_TIER_TABLE;
}
