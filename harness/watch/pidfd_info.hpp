#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "support/unique_fd.hpp"

namespace harness::watch {

UniqueFd open_pidfd(pid_t pid);

/// The wait status of a process that has been reaped, by whomever; nothing before that, or where the kernel
/// does not tell (before Linux 6.15).
std::optional<int> status_after_reaping(const UniqueFd& pidfd);

/// Why status_after_reaping() tells nothing here, found by trying; empty: it tells.
std::string why_no_status_after_reaping();

/// Whether a process has ended, reaped or not.
bool has_ended(const UniqueFd& pidfd);

/// Whether a process has been reaped.
bool has_been_reaped(const UniqueFd& pidfd);

}  // namespace harness::watch
