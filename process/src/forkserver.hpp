#pragma once

#include "forkable_mutex.hpp"

namespace exeunt::detail {

/// For the connection to the server; taken before lock_library(), and held while the server answers.
Lock lock_forkserver();

/// Tells this process's fork server, if it has one, that no more requests come, and reaps it.
void dismiss_forkserver() noexcept;

/// In a forked child, whoever forked it: the creator's server is not its own, and nobody holds its lock.
void forget_forkserver() noexcept;

/// For tests: servers started from now on are not to use CLONE_PARENT.
void relay_statuses(bool always) noexcept;

}  // namespace exeunt::detail
