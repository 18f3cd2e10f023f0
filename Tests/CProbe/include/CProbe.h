// What a hostile file would like a worker to do.
#ifndef ASSAY_CPROBE_H
#define ASSAY_CPROBE_H

// Each returns 0 when it succeeded, or the error number; where the sandbox kills, none returns.
int probe_open(void);
int probe_write_file(void);
int probe_status(void);
int probe_connect(void);
int probe_ioctl(void);
int probe_executable_memory(void);
int probe_raise_limit(void);
int probe_execute(void);
int probe_fork(void);
int probe_spawn(void);
int probe_trace(void);
int probe_signal_parent(void);
int probe_mount(void);
int probe_load_module(void);

// Computes without end.
void probe_spin(void);
// Ends the process by a bad access.
void probe_fault(void);
// Allocates and touches memory until there is none, then gives up as libraries do.
void probe_exhaust_memory(void);
// Writes bytes that are no frame to the host.
void probe_babble(void);

#endif
