#pragma once

#include <poll.h>

#include <chrono>
#include <optional>
#include <span>

namespace exeunt::detail {

/// poll(), with as fine a limit as the system has; never shorter than asked for. The thread may be cancelled
/// here.
int poll_for(std::span<pollfd> polled, std::optional<std::chrono::nanoseconds> limit);

}  // namespace exeunt::detail
