#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <csignal>

namespace harness::watch {

/// The signal of a stop at the begin or end of a system call (PTRACE_O_TRACESYSGOOD).
constexpr int call_stop = SIGTRAP | 0x80;

/// Attaches to a process and to all that it will make; they are killed when this process ends.
/// @return 0 or an errno.
int seize(pid_t pid);

/// Lets a task that stopped go on, and `signal` reach it.
void resume(pid_t task, int signal = 0);

/// The same, to its next begin or end of a system call.
void run_to_end_of_call(pid_t task);

/// Leaves a task in the stop that a signal brought, until SIGCONT; resume() would wake it.
void leave_stopped(pid_t task);

/// What the kernel adds to the stop at an event: a pid, or a wait status.
unsigned long event_message(pid_t task);

/// Whether the signal stops a whole process (a group-stop).
bool stops_a_group(int signal);

/// Stops a process where it is about to wait for another (PTRACE_EVENT_SECCOMP).
const sock_fprog& wait_filter();

}  // namespace harness::watch
