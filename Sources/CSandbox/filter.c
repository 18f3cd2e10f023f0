// The system call filter: what a parser may ask of the kernel (seccomp(2), classic BPF).
#define _GNU_SOURCE
#include "CSandbox.h"
#include "policy.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ASSAY_AUDIT_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ASSAY_AUDIT_ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef ASSAY_AUDIT_ARCH

enum { MOST_INSTRUCTIONS = 1024 };

struct program {
    struct sock_filter code[MOST_INSTRUCTIONS];
    unsigned short count;
    int is_full;
};

static void emit(struct program *program, uint16_t code, uint32_t value, uint8_t if_true, uint8_t if_false) {
    if (program->count == MOST_INSTRUCTIONS) {
        program->is_full = 1;
        return;
    }
    program->code[program->count++] = (struct sock_filter)BPF_JUMP(code, value, if_true, if_false);
}

static void load(struct program *program, size_t offset) {
    emit(program, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void answer(struct program *program, uint32_t action) { emit(program, BPF_RET | BPF_K, action, 0, 0); }

// Skips `count` instructions unless the loaded word is `value`.
static void unless_equal_skip(struct program *program, uint32_t value, uint8_t count) {
    emit(program, BPF_JMP | BPF_JEQ | BPF_K, value, 0, count);
}

// Both architectures are little-endian: the low word of an argument comes first.
static size_t low(unsigned index) { return offsetof(struct seccomp_data, args) + 8 * index; }
static size_t high(unsigned index) { return low(index) + 4; }

static uint32_t error_answer(int number) { return SECCOMP_RET_ERRNO | ((uint32_t)number & SECCOMP_RET_DATA); }

// One answer, whatever the arguments.
static void add_answers(struct program *program, const int *calls, size_t count, uint32_t action) {
    for (size_t index = 0; index < count; index++) {
        unless_equal_skip(program, (uint32_t)calls[index], 1);
        answer(program, action);
    }
}

// One answer when any bit of `mask` is set in an argument, another when none is.
static void add_flags(
    struct program *program, int call, unsigned argument, uint32_t mask, uint32_t if_set, uint32_t if_clear) {
    unless_equal_skip(program, (uint32_t)call, 4);
    load(program, low(argument));
    emit(program, BPF_JMP | BPF_JSET | BPF_K, mask, 0, 1);
    answer(program, if_set);
    answer(program, if_clear);
}

// Allowed when an argument is one of some values; another answer otherwise.
static void add_values(
    struct program *program, int call, unsigned argument, const uint32_t *values, size_t count, uint32_t otherwise) {
    unless_equal_skip(program, (uint32_t)call, (uint8_t)(2 + 2 * count));
    load(program, low(argument));
    for (size_t index = 0; index < count; index++) {
        unless_equal_skip(program, values[index], 1);
        answer(program, SECCOMP_RET_ALLOW);
    }
    answer(program, otherwise);
}

// Allowed when a pointer is null.
static void add_null(struct program *program, int call, unsigned argument, uint32_t otherwise) {
    unless_equal_skip(program, (uint32_t)call, 6);
    load(program, low(argument));
    emit(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 2);
    load(program, high(argument));
    emit(program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
    answer(program, otherwise);
    answer(program, SECCOMP_RET_ALLOW);
}

static void add_architecture(struct program *program) {
    load(program, offsetof(struct seccomp_data, arch));
    emit(program, BPF_JMP | BPF_JEQ | BPF_K, ASSAY_AUDIT_ARCH, 1, 0);
    answer(program, SECCOMP_RET_KILL_PROCESS);
    load(program, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
    // The x32 interface has the same architecture word and numbers from 2^30 on.
    emit(program, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
    answer(program, SECCOMP_RET_KILL_PROCESS);
#endif
}

#define COUNT(table) (sizeof(table) / sizeof *(table))

static void build(struct program *program) {
    const uint32_t own_process[] = {(uint32_t)getpid()};
    add_architecture(program);
    add_answers(program, allowed_calls, COUNT(allowed_calls), SECCOMP_RET_ALLOW);
    add_flags(program, SYS_mmap, 2, PROTECTION_EXECUTE, error_answer(EACCES), SECCOMP_RET_ALLOW);
    add_flags(program, SYS_mprotect, 2, PROTECTION_EXECUTE, error_answer(EACCES), SECCOMP_RET_ALLOW);
    add_flags(program, SYS_clone, 0, CLONE_AS_THREAD, SECCOMP_RET_ALLOW, SECCOMP_RET_KILL_PROCESS);
    add_flags(program, SYS_newfstatat, 3, STATUS_OF_DESCRIPTOR, SECCOMP_RET_ALLOW, error_answer(EACCES));
    add_values(program, SYS_fcntl, 1, allowed_fcntl, COUNT(allowed_fcntl), error_answer(EPERM));
    add_values(program, SYS_prctl, 0, allowed_prctl, COUNT(allowed_prctl), error_answer(EPERM));
    add_values(program, SYS_tgkill, 0, own_process, COUNT(own_process), SECCOMP_RET_KILL_PROCESS);
    add_null(program, SYS_prlimit64, 2, error_answer(EPERM));
    add_answers(program, absent_calls, COUNT(absent_calls), error_answer(ENOSYS));
    add_answers(program, refused_calls, COUNT(refused_calls), error_answer(EACCES));
    answer(program, SECCOMP_RET_KILL_PROCESS);
}

uint32_t assay_sandbox_seal(void) {
    static struct program program;
    program.count = 0;
    build(&program);
    if (program.is_full) return 0;
    struct sock_fprog filter = {.len = program.count, .filter = program.code};
    long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter);
    return result == 0 ? ASSAY_LAYER_SECCOMP : 0;
}

#else

uint32_t assay_sandbox_seal(void) { return 0; }

#endif
