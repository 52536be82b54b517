#pragma once

#include <optional>

#include "child_posix.hpp"

namespace exeunt::detail {

// For a host that refuses pidfds, as a filter of system calls or valgrind may. A thread of the library waits
// for the child, reaps it, and writes its status into a socket, which takes the place of the pidfd: it is
// ready from then on, and every copy in every process tells the same.

/// Whether this error of pidfd_open says that the host has none.
bool is_refused_pidfd(int error) noexcept;

/// @return  empty, with errno set, when the thread or the socket cannot be had.
UniqueFd watch_child(pid_type child) noexcept;

/// @return  nullopt when `handle` is something else.
std::optional<Reaped> ask_watch(native_handle handle) noexcept;

/// Whether there has been a watch in this process: what it watches has nothing left to reap.
bool has_watched() noexcept;

}  // namespace exeunt::detail
