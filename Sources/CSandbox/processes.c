#define _GNU_SOURCE
#include "CSandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int assay_socket_pair(int *ours, int *theirs) {
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return errno;
    *ours = pair[0];
    *theirs = pair[1];
    return 0;
}

int assay_spawn(const char *path, char *const arguments[], int socket, int tally, pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error) return error;
    error = posix_spawnattr_init(&attributes);
    if (error) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    // Parsers free and allocate many blocks of the same few sizes: the C library keeps them at hand.
    char tunables[] = "GLIBC_TUNABLES=glibc.malloc.tcache_count=1000";
    char *const environment[] = {tunables, NULL};
    if (!error) error = posix_spawn_file_actions_adddup2(&actions, socket, 0);
    if (!error && tally >= 0) error = posix_spawn_file_actions_adddup2(&actions, tally, ASSAY_TALLY);
    if (!error) error = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    if (!error) error = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    // What the caller forgot to mark as closed on exec is no business of a parser.
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, tally < 0 ? ASSAY_TALLY : ASSAY_TALLY + 1);
#endif
    if (!error) error = posix_spawnattr_setsigmask(&attributes, &none);
    if (!error) error = posix_spawnattr_setsigdefault(&attributes, &all);
    if (!error) {
        error = posix_spawnattr_setflags(
            &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    // A group of its own: an interrupt typed at the terminal is for the host, which then ends its workers.
    if (!error) error = posix_spawnattr_setpgroup(&attributes, 0);
    if (!error) error = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

int assay_kill_and_wait(pid_t process, struct assay_end *end) {
    int status = 0;
    struct rusage usage;
    *end = (struct assay_end){.status = -1};
    kill(process, SIGKILL);
    pid_t collected;
    do {
        collected = wait4(process, &status, 0, &usage);
    } while (collected < 0 && errno == EINTR);
    if (collected < 0) return errno;
    if (WIFEXITED(status)) end->status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) end->signal = WTERMSIG(status);
    end->peak_kib = usage.ru_maxrss;
    return 0;
}

// The second number of `schedstat` (the kernel's Documentation/scheduler/sched-stats).
static int64_t waited_nanoseconds_of_thread(int tasks, const char *thread) {
    char path[64];
    char text[96];
    snprintf(path, sizeof path, "%.20s/schedstat", thread);
    int file = openat(tasks, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    long long waited = 0;
    text[count < 0 ? 0 : count] = 0;
    return sscanf(text, "%*u %lld", &waited) == 1 && waited > 0 ? waited : 0;
}

static int64_t waited_nanoseconds(pid_t process) {
    char path[48];
    snprintf(path, sizeof path, "/proc/%d/task", (int)process);
    DIR *tasks = opendir(path);
    if (!tasks) return 0;
    int64_t waited = 0;
    struct dirent *task;
    while ((task = readdir(tasks))) {
        if (task->d_name[0] != '.') waited += waited_nanoseconds_of_thread(dirfd(tasks), task->d_name);
    }
    closedir(tasks);
    return waited;
}

int assay_process_time(pid_t process, struct assay_time *time) {
    clockid_t clock;
    struct timespec used;
    int error = clock_getcpuclockid(process, &clock);
    if (error) return error;
    if (clock_gettime(clock, &used) != 0) return errno;
    time->cpu_microseconds = (int64_t)used.tv_sec * 1000000 + used.tv_nsec / 1000;
    time->waited_nanoseconds = waited_nanoseconds(process);
    return 0;
}

void assay_own_usage(int64_t *cpu_microseconds, int64_t *peak_kib) {
    struct rusage usage;
    *cpu_microseconds = 0;
    *peak_kib = 0;
    if (getrusage(RUSAGE_SELF, &usage) != 0) return;
    *cpu_microseconds = (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 + usage.ru_utime.tv_usec
        + usage.ru_stime.tv_usec;
    *peak_kib = usage.ru_maxrss;
}

struct assay_tally {
    _Atomic uint32_t value;
};

int assay_tally_create(void) {
    int file = memfd_create("assay-tally", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file < 0) return -errno;
    // Sealed, so that nobody can cut it off below the other.
    int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW;
    int descriptor = ftruncate(file, sizeof(struct assay_tally)) == 0 && fcntl(file, F_ADD_SEALS, seals) == 0
        ? fcntl(file, F_DUPFD_CLOEXEC, ASSAY_TALLY + 1)
        : -1;
    int error = errno;
    close(file);
    return descriptor < 0 ? -error : descriptor;
}

struct assay_tally *assay_tally_open(int descriptor) {
    if (descriptor < 0) return NULL;
    void *page = mmap(NULL, sizeof(struct assay_tally), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    return page == MAP_FAILED ? NULL : page;
}

void assay_tally_close(struct assay_tally *tally) {
    munmap(tally, sizeof *tally);
}

void assay_tally_add(struct assay_tally *tally) {
    tally->value++;
}

uint32_t assay_tally_value(const struct assay_tally *tally) {
    return tally->value;
}

int assay_memory_create(void) {
    int descriptor = memfd_create("assay", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    return descriptor < 0 ? -errno : descriptor;
}

int assay_memory_write(int descriptor, const void *bytes, size_t count) {
    const char *position = bytes;
    while (count > 0) {
        ssize_t written = write(descriptor, position, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        position += written;
        count -= (size_t)written;
    }
    return 0;
}

int assay_memory_seal(int descriptor) {
    int seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    return fcntl(descriptor, F_ADD_SEALS, seals) == 0 ? 0 : errno;
}
