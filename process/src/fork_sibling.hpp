#pragma once

#include <atomic>

#include <exeunt/platform.hpp>

#include "descriptor.hpp"

namespace exeunt::detail {

/// As fork(), but the new process is a child of this one's parent. For a process of a single thread only.
///
/// @param handle  gets a pidfd of the new process, in this one.
/// @param made    gets its pid before it runs, even if this process is killed meanwhile.
/// @return  its pid; 0 in the new process; -1 with errno set: ENOSYS where that cannot be had.
pid_type fork_sibling(UniqueFd& handle, std::atomic<pid_type>& made) noexcept;

}  // namespace exeunt::detail
