// What a worker process needs of the system and Swift cannot call: the sandbox, descriptors in messages, spawning.
#ifndef ASSAY_CSANDBOX_H
#define ASSAY_CSANDBOX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: - Layers

// The layers of the sandbox; a bit is set when the layer is on.
enum {
    ASSAY_LAYER_NO_NEW_PRIVILEGES = 1 << 0,
    ASSAY_LAYER_LIMITS = 1 << 1,
    ASSAY_LAYER_SECCOMP = 1 << 2,
    ASSAY_LAYER_LANDLOCK = 1 << 3,
    ASSAY_LAYER_NO_CAPABILITIES = 1 << 4,
};

// The bounds of a process. Zero leaves the bound as it is.
struct assay_bounds {
    uint64_t address_space_bytes;
    uint64_t cpu_seconds;
    uint64_t open_files;
    int may_write_files; // for a process whose output is a file of its caller's choice
};

// Whether this is a build for a sanitizer, which reserves terabytes of the address space: no bound on that is possible
// then; all the other layers are the same.
int assay_is_sanitized(void);

// Ties the process to its parent's life, imposes the bounds and gives up rights that no parser needs; reading the
// system's own data stays possible. Called before the first thread is made. Returns the layers that are on.
uint32_t assay_sandbox_prepare(const struct assay_bounds *bounds);

// Installs the system call filter in all threads. Returns the layers that this adds: ASSAY_LAYER_SECCOMP or none.
uint32_t assay_sandbox_seal(void);

// Has the C library ask the system for memory, and give it back, in large steps: not at every file.
void assay_heap_grow_in_large_steps(void);

// The status with which a worker ends when an allocation failed and the library gave up.
enum { ASSAY_STATUS_OUT_OF_MEMORY = 71 };

// Turns a fatal signal that follows a failed allocation into the exit status above; others stay what they are.
void assay_report_memory_exhaustion(void);

// Forgets earlier failed allocations, so that they are not taken for the cause of a later signal.
void assay_clear_error(void);

// MARK: - Messages

// Sends bytes, and a descriptor with the first of them unless it is -1. Never raises SIGPIPE. Returns the number of
// bytes sent, or a negative error number.
ssize_t assay_send(
    int socket, const void *bytes, size_t count, const int *descriptors, size_t descriptor_count, int waits);

// The most descriptors that one call of assay_receive takes.
enum { ASSAY_MOST_DESCRIPTORS = 8 };

// Receives bytes, and the descriptors that came with them, unless `descriptors` is null; these are closed on exec.
// Returns the number of bytes, 0 at the end, or a negative error number.
ssize_t assay_receive(int socket, void *bytes, size_t count, int *descriptors, size_t *descriptor_count, int waits);

// A descriptor that becomes readable when it is rung, until it is silenced. -1 when there is none.
int assay_bell_create(void);
void assay_bell_ring(int bell);
void assay_bell_silence(int bell);

// MARK: - Processes

// Makes a connected pair of stream sockets, closed on exec; the first does not block. Returns 0 or an error number.
int assay_socket_pair(int *ours, int *theirs);

// Starts a program whose standard input is `socket`, and descriptor ASSAY_TALLY is `tally` unless that is negative; its
// output goes nowhere, and it inherits no other descriptor. Its only variable is one of the C library's allocator. Returns
// 0 or an error number.
int assay_spawn(const char *path, char *const arguments[], int socket, int tally, pid_t *process);

// A number that a worker and its host share, also when the worker is dead.
enum { ASSAY_TALLY = 3 };
struct assay_tally;

// Makes a tally of zero. Returns a descriptor above ASSAY_TALLY, closed on exec, or a negative error number.
int assay_tally_create(void);
// Shares a tally, and closes its descriptor; null when that is not possible.
struct assay_tally *assay_tally_open(int descriptor);
void assay_tally_close(struct assay_tally *tally);
void assay_tally_add(struct assay_tally *tally);
uint32_t assay_tally_value(const struct assay_tally *tally);

// How a process ended.
struct assay_end {
    int status;       // its exit status, or -1
    int signal;       // the signal that ended it, or 0
    int64_t peak_kib; // the largest resident memory, in KiB
};

// Kills a process and collects it. Returns 0 or an error number.
int assay_kill_and_wait(pid_t process, struct assay_end *end);

// How a process has spent its life so far.
struct assay_time {
    int64_t cpu_microseconds;
    int64_t waited_nanoseconds; // how long its threads could have run and had no processor; 0 where nobody tells
};

// Asks the system for the time of a process that was not collected yet. Returns 0 or an error number.
int assay_process_time(pid_t process, struct assay_time *time);

// The processor time that this process has used, in microseconds, and its largest resident memory, in KiB.
void assay_own_usage(int64_t *cpu_microseconds, int64_t *peak_kib);

// Makes a read-only descriptor on bytes in memory: filled by `assay_memory_write`, then sealed. Negative error number
// when that is not possible.
int assay_memory_create(void);
int assay_memory_write(int descriptor, const void *bytes, size_t count);
int assay_memory_seal(int descriptor);

#endif
