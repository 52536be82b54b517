#pragma once

#include "child.hpp"
#include "descriptor_posix.hpp"

namespace exeunt::detail {

/// What exitcode() says when nobody knows: CPython's number for a status lost with the fork server.
inline constexpr int unknown_exitcode = 255;

/// As CPython counts: the status, or minus the signal's number.
int exitcode_of_wait_status(int status);

/// Of one that has ended and that somebody else has reaped: something that is ready, and knows nothing.
/// @return empty, with errno set, when there is no descriptor for it.
ProcessHandle open_process(pid_type child) noexcept;

/// As open_own_process(): a pipe that ends with this process.
UniqueFd open_own_pipe();

/// What became of a child of this process.
struct Reaped {
  bool ended;
  std::optional<int> status;  ///< as wait() has it; nullopt: somebody else has reaped it
};
/// Reaps it where it has ended; does not wait for that.
Reaped reap(pid_type child, const ProcessHandle& handle) noexcept;

/// Waits until a child of this process has ended, which is about to, and reaps it.
void await_end(pid_type child) noexcept;
/// With SIGKILL.
void kill_process(pid_type child, const ProcessHandle& handle) noexcept;
/// Whether it is a child of this process that has not been reaped, where others than this process make such.
bool is_own_child(pid_type pid) noexcept;
/// Ends a child that must not be and reaps it. `handle` may be empty.
void destroy_child(pid_type child, const ProcessHandle& handle) noexcept;

}  // namespace exeunt::detail
