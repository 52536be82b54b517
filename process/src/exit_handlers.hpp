#pragma once

namespace exeunt::detail {

/// Runs the handlers of at_exit() and, in its place, the wait for the children. What they throw is reported
/// and goes no further.
void run_exit_handlers() noexcept;

/// Has std::exit() run the end of this process before it destroys what was constructed, and calls what was
/// registered with std::atexit(), before this call. Nothing is done twice.
void register_end_at_std_exit() noexcept;

/// What is left of the main program's end when std::exit() has been called: all but the status.
void end_main_at_std_exit() noexcept;
/// The same of a child.
void end_child_at_std_exit() noexcept;

}  // namespace exeunt::detail
