#pragma once

#include <exeunt/platform.hpp>

// SIGINT as KeyboardInterrupt. The handler notes the signal and raises a latch; whoever waits on the main
// thread waits for that latch as well. Both belong to one process: a forked child shares neither.

namespace exeunt::detail {

/// SIGINT is ours from here on, where its action is the default one.
void handle_interrupts() noexcept;

/// The calling thread is the one that KeyboardInterrupt is thrown on.
void adopt_main_thread() noexcept;
bool is_main_thread() noexcept;

/// What the calling thread has to wait for besides, or no_handle when interrupts are not its business.
native_handle interrupt_handle();

/// @throws KeyboardInterrupt on the main thread, when one has arrived and was not thrown yet.
void throw_if_interrupted();

/// Ends the process as one that SIGINT has ended.
void die_of_interrupt() noexcept;

}  // namespace exeunt::detail
