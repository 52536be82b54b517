#pragma once

namespace exeunt::detail {

/// Runs the handlers of at_exit() and, in its place, the wait for the children. What they throw is reported
/// and goes no further.
void run_exit_handlers() noexcept;

}  // namespace exeunt::detail
