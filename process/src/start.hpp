#pragma once

#include <memory>
#include <string>

#include "this_process.hpp"

namespace exeunt::detail {

/// How each start method makes the process that `state` stands for and gives it its Child. They throw what
/// start() throws, and then have left nothing behind. A std::system_error names the step alone.
///
/// start_by_fork() flushes for itself, since nothing may be written between that and the fork.
void start_by_fork(Process& object, const std::shared_ptr<ProcessState>& state);
void start_by_spawn(const std::shared_ptr<ProcessState>& state);
void start_by_forkserver(const std::shared_ptr<ProcessState>& state);

/// stdout and stderr. @throws std::system_error naming the step.
void flush_standard_streams();

/// The rest of a forked process's life: docs/semantics.md, part B.
[[noreturn]] void live_as_forked_child(Process& object);

/// The same for a child of the fork server.
[[noreturn]] void live_as_served_child(Process& object);

/// The same for a spawned one; the status is main()'s to return.
int live_as_spawned_child(Process& object);

/// In a forked child: closes the pipes of its creator that are not among what it was given. A closure and an
/// object of a derived class may hold any, and keep them all.
void keep_given_pipes(const Process& object, const Task* task) noexcept;

}  // namespace exeunt::detail
