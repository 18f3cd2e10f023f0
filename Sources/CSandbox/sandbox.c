#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#define ASSAY_HAS_LANDLOCK 1
#endif

// MARK: - Builds for tests

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ASSAY_IS_SANITIZED 1

// Read by the sanitizers when the process starts; a worker's environment is empty. Leaks cannot be looked for behind
// the filter (it takes ptrace), and the fatal signals are the worker's own business.
__attribute__((weak)) const char *__asan_default_options(void);
const char *__asan_default_options(void) { return "detect_leaks=0:handle_segv=0:handle_abort=0:handle_sigbus=0"; }
__attribute__((weak)) const char *__tsan_default_options(void);
const char *__tsan_default_options(void) { return "handle_segv=0:handle_abort=0:handle_sigbus=0"; }
#endif
#endif

int assay_is_sanitized(void) {
#ifdef ASSAY_IS_SANITIZED
    return 1;
#else
    return 0;
#endif
}

// MARK: - Limits

// A bound is never raised: where the process has a lower one already, that stays.
static int bound(int resource, uint64_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return 0;
    if (limit.rlim_max == RLIM_INFINITY || value < limit.rlim_max) limit.rlim_max = value;
    if (limit.rlim_cur == RLIM_INFINITY || value < limit.rlim_cur) limit.rlim_cur = value;
    return setrlimit(resource, &limit) == 0;
}

static int impose(const struct assay_bounds *bounds) {
    int done = bound(RLIMIT_CORE, 0);
    if (!bounds->may_write_files) done &= bound(RLIMIT_FSIZE, 0);
    if (bounds->address_space_bytes && !assay_is_sanitized()) done &= bound(RLIMIT_AS, bounds->address_space_bytes);
    if (bounds->cpu_seconds) done &= bound(RLIMIT_CPU, bounds->cpu_seconds);
    if (bounds->open_files) done &= bound(RLIMIT_NOFILE, bounds->open_files);
    return done;
}

// MARK: - Capabilities

static int drop_capabilities(void) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3];
    memset(none, 0, sizeof none);
    return syscall(SYS_capset, &header, none) == 0;
}

// MARK: - Landlock

#ifdef ASSAY_HAS_LANDLOCK

// Libraries, converters of encodings and time zones are loaded late by C libraries: they stay readable.
static const char *const readable[] = {"/usr", "/lib", "/lib64", "/etc/localtime", "/etc/ld.so.cache"};

// The attributes as of each version of the interface; a header may know fewer (linux/landlock.h).
struct ruleset {
    uint64_t handled_files;
    uint64_t handled_network;
    uint64_t scoped;
};

static struct ruleset rights(long version) {
    // Bits 0...12 came with version 1; 13 (refer) with 2, 14 (truncate) with 3, 15 (ioctl on devices) with 5.
    struct ruleset rules = {.handled_files = (UINT64_C(1) << 13) - 1};
    if (version >= 2) rules.handled_files |= UINT64_C(1) << 13;
    if (version >= 3) rules.handled_files |= UINT64_C(1) << 14;
    if (version >= 5) rules.handled_files |= UINT64_C(1) << 15;
    if (version >= 4) rules.handled_network = 3; // bind and connect over TCP
    if (version >= 6) rules.scoped = 1;          // abstract sockets; signals are the filter's business
    return rules;
}

static size_t size_of_rules(long version) {
    return version >= 6 ? sizeof(struct ruleset) : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
}

static void allow_reading(int ruleset, const char *path) {
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) return;
    struct landlock_path_beneath_attr rule = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR, .parent_fd = descriptor};
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0 && errno == EINVAL) {
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE; // not a directory
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(descriptor);
}

static int restrict_files(void) {
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return 0;
    struct ruleset rules = rights(version);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, size_of_rules(version), 0);
    if (ruleset < 0) return 0;
    for (size_t index = 0; index < sizeof readable / sizeof *readable; index++) {
        allow_reading(ruleset, readable[index]);
    }
    int done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return done;
}

#else

static int restrict_files(void) { return 0; }

#endif

// MARK: - The order

uint32_t assay_sandbox_prepare(const struct assay_bounds *bounds) {
    uint32_t layers = 0;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 1); // each further arena would reserve 64 MiB of the address space
#endif
    assay_heap_grow_in_large_steps();
    if (impose(bounds)) layers |= ASSAY_LAYER_LIMITS;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) layers |= ASSAY_LAYER_NO_NEW_PRIVILEGES;
    if (restrict_files()) layers |= ASSAY_LAYER_LANDLOCK;
    if (drop_capabilities()) layers |= ASSAY_LAYER_NO_CAPABILITIES;
    return layers;
}

// MARK: - Memory

void assay_heap_grow_in_large_steps(void) {
#ifdef M_TOP_PAD
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

static void give_up(int signal) {
    // Only calls that are safe in a signal handler (signal-safety(7)).
    if (errno == ENOMEM) _exit(ASSAY_STATUS_OUT_OF_MEMORY);
    raise(signal); // the handler was reset to the default by SA_RESETHAND
}

void assay_report_memory_exhaustion(void) {
    static const int fatal[] = {SIGABRT, SIGTRAP, SIGILL, SIGSEGV, SIGBUS};
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = give_up;
    action.sa_flags = SA_RESETHAND | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    for (size_t index = 0; index < sizeof fatal / sizeof *fatal; index++) sigaction(fatal[index], &action, NULL);
}

void assay_clear_error(void) { errno = 0; }
