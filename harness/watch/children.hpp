#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace harness::watch {

/// Looks at processes from outside. Everything may be gone by the time it is asked for.

/// The living and the unwaited-for children of this process.
std::vector<pid_t> own_children();

/// The same of another process, in order of creation.
std::vector<pid_t> children_of(pid_t pid);

/// The process that a task is a thread of, or 0.
pid_t process_of_task(pid_t task);

/// The process behind a pidfd that another process holds, or 0.
pid_t pid_of_pidfd(pid_t holder, int fd);

/// Whether only one thread of a process has not ended.
bool is_last_thread(pid_t pid);

/// Where the stack of a process begins: it differs from one exec to the next.
unsigned long stack_of(pid_t pid);

/// What a process was executed with.
std::vector<std::string> arguments_of(pid_t pid);

/// What ps calls it, also when it has ended: the file that it executed, or what it named itself.
std::string command_name_of(pid_t pid);

/// Its parent, and whether it has ended and nobody waited for it.
struct ProcessState {
  pid_t parent = 0;
  bool zombie = false;
};
std::optional<ProcessState> state_of(pid_t pid);

/// Where a task (a process, or a thread of one) belongs.
struct Lineage {
  pid_t process = 0;  ///< itself where it is no further thread
  pid_t parent = 0;
  pid_t tracer = 0;  ///< 0: it is not traced
};
std::optional<Lineage> lineage_of(pid_t task);

/// Whether a process ignores SIGCHLD, so that its children are reaped automatically.
bool ignores_sigchld(pid_t pid);

/// The largest resident set of a process in kilobytes, or -1.
long peak_kb_of(pid_t pid);

/// What a process uses at this moment.
struct Usage {
  int threads = 0;                   ///< 0: it is gone
  std::uint64_t resident_bytes = 0;  ///< of its own; what it shares with its parent counts in both
};
Usage usage_of(pid_t pid);

/// The same memory with what is shared divided among those who share it; nothing where it cannot be told.
std::optional<std::uint64_t> proportional_bytes_of(pid_t pid);

/// What the System V shared memory segments of this IPC namespace hold in memory.
std::uint64_t shared_segments_bytes();

/// Whether a process has one of the two files open as its standard output or error.
bool holds_output(pid_t pid, const std::string& out_link, const std::string& err_link);

/// Where a descriptor of this process leads, as /proc says it.
std::string link_of(int fd);

}  // namespace harness::watch
