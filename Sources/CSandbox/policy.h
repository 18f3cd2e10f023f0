// The policy as tables of data; each call's reason stands in the article "Isolation". What no table names kills.
#ifndef ASSAY_POLICY_H
#define ASSAY_POLICY_H

#include <fcntl.h>
#include <sched.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#ifndef PR_SET_VMA
#define PR_SET_VMA 0x53564d41
#endif
#ifndef SYS_clone3
#define SYS_clone3 435
#endif
#ifndef SYS_rseq
#error "rseq has no number in these headers"
#endif
#ifndef SYS_openat2
#define SYS_openat2 437
#endif
#ifndef SYS_faccessat2
#define SYS_faccessat2 439
#endif

enum {
    PROTECTION_EXECUTE = PROT_EXEC,
    CLONE_AS_THREAD = 0x00010000,      // CLONE_THREAD
    STATUS_OF_DESCRIPTOR = 0x00001000, // AT_EMPTY_PATH
};

static const int allowed_calls[] = {
    // The conversation with the host and the file that it handed over.
    SYS_recvmsg, SYS_sendmsg, SYS_pread64, SYS_close, SYS_getrusage, SYS_read, SYS_write, SYS_readv, SYS_writev,
    SYS_preadv, SYS_lseek, SYS_fstat, SYS_dup, SYS_fadvise64, SYS_recvfrom, SYS_sendto,
    // Memory.
    SYS_munmap, SYS_mremap, SYS_madvise, SYS_brk,
    // Threads that exist, and those that Dispatch makes.
    SYS_futex, SYS_set_robust_list, SYS_rseq, SYS_gettid, SYS_getpid, SYS_sched_yield, SYS_sched_getaffinity, SYS_exit,
    SYS_exit_group, SYS_ppoll, SYS_epoll_create1, SYS_epoll_ctl, SYS_epoll_pwait, SYS_eventfd2, SYS_timerfd_create,
    SYS_timerfd_settime,
    // Signals of the process to itself.
    SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_rt_sigsuspend, SYS_sigaltstack, SYS_restart_syscall,
    // Time and chance.
    SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep, SYS_gettimeofday, SYS_getrandom,
    // What the process is.
    SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_uname, SYS_sysinfo,
#if defined(__x86_64__)
    // The older forms, which 64-bit ARM never had.
    SYS_poll, SYS_epoll_wait, SYS_time,
#endif
};

// The calls of a library that finds them missing and does without.
static const int absent_calls[] = {SYS_clone3, SYS_statx, SYS_membarrier};

// Asking is no crime: libraries look for converters, time zones and terminals late, and take no for an answer.
static const int refused_calls[] = {
    SYS_openat, SYS_openat2, SYS_faccessat, SYS_faccessat2, SYS_readlinkat, SYS_getdents64, SYS_getcwd, SYS_statfs,
    SYS_fstatfs, SYS_ioctl, SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept4, SYS_getsockname,
    SYS_getpeername, SYS_getsockopt, SYS_setsockopt, SYS_pipe2, SYS_inotify_init1, SYS_memfd_create,
    SYS_sched_setscheduler, SYS_sched_setparam, SYS_sched_setaffinity, SYS_setpriority, SYS_getpriority,
#if defined(__x86_64__)
    SYS_open, SYS_creat, SYS_access, SYS_stat, SYS_lstat, SYS_readlink, SYS_getdents, SYS_accept, SYS_pipe,
    SYS_inotify_init,
#else
    SYS_accept,
#endif
};

static const uint32_t allowed_fcntl[] = {F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL};

static const uint32_t allowed_prctl[] = {PR_SET_NAME, PR_GET_NAME, PR_SET_VMA};

#endif
