#pragma once

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/types.h>

#include <optional>
#include <string>

#include "support/unique_fd.hpp"

namespace harness::watch {

/// A filter that lets everything pass, but asks the listener first where a process is made, executes or ends.
const sock_fprog& lifecycle_filter();

/// Why this kernel cannot ask a listener, found by trying; empty: it can.
std::string why_no_notification();

/// The listener of a filter, as the filtered process handed it over; invalid when it did not.
UniqueFd receive_descriptor(int socket);

/// Asks the kernel to wake this process at once when a call waits to be looked at, where it can.
void wake_at_once(int listener);

/// The next call that waits to be looked at, or nothing.
std::optional<seccomp_notif> next_notification(int listener);

/// Lets the call go on as if nobody had looked.
void let_pass(int listener, const seccomp_notif& call);

}  // namespace harness::watch
