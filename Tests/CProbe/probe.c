#define _GNU_SOURCE
#include "CProbe.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int outcome(long result) { return result < 0 ? errno : 0; }

int probe_open(void) { return outcome(open("/etc/passwd", O_RDONLY)); }

int probe_write_file(void) { return outcome(open("/tmp/assay-probe", O_WRONLY | O_CREAT, 0600)); }

int probe_status(void) {
    struct stat facts;
    return outcome(stat("/etc/passwd", &facts));
}

int probe_connect(void) {
    int end = socket(AF_INET, SOCK_STREAM, 0);
    if (end < 0) return errno;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(80)};
    return outcome(connect(end, (struct sockaddr *)&address, sizeof address));
}

int probe_ioctl(void) {
    char byte = '\n';
    return outcome(ioctl(0, TIOCSTI, &byte));
}

int probe_executable_memory(void) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? errno : 0;
}

int probe_raise_limit(void) {
    struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
    return outcome(setrlimit(RLIMIT_AS, &limit));
}

int probe_execute(void) {
    char *const arguments[] = {"true", NULL};
    return outcome(execv("/bin/true", arguments));
}

int probe_fork(void) {
    pid_t child = fork();
    if (child == 0) _exit(0);
    return outcome(child);
}

int probe_spawn(void) {
    char *const arguments[] = {"true", NULL};
    pid_t child;
    return posix_spawn(&child, "/bin/true", NULL, NULL, arguments, NULL);
}

int probe_trace(void) { return outcome(ptrace(PTRACE_TRACEME, 0, NULL, NULL)); }

int probe_signal_parent(void) { return outcome(kill(getppid(), SIGUSR1)); }

int probe_mount(void) { return outcome(syscall(SYS_mount, "none", "/tmp", "tmpfs", 0, NULL)); }

int probe_load_module(void) { return outcome(syscall(SYS_init_module, NULL, 0, "")); }

void probe_spin(void) {
    for (volatile unsigned turn = 0;; turn++) {
    }
}

void probe_fault(void) { *(volatile int *)16 = 1; }

void probe_exhaust_memory(void) {
    for (;;) {
        char *block = malloc(1 << 20);
        if (!block) abort();
        memset(block, 1, 1 << 20);
    }
}

void probe_babble(void) {
    char bytes[64];
    memset(bytes, 0xEE, sizeof bytes);
    send(0, bytes, sizeof bytes, MSG_NOSIGNAL);
}

/// For a build with the address sanitizer: a search for leaks at the end would need what the sandbox forbids.
const char *__asan_default_options(void) {
    return "detect_leaks=0";
}
