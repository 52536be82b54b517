#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include <exeunt/platform.hpp>

namespace exeunt {

/// Waits until at least one of the handles is ready: Process::sentinel(), Pipe::readable(), Event::handle(),
/// or any descriptor that can be read. So a parent waits for a message or a death:
///
///     const native_handle either[] = {pipe.readable(), child.sentinel()};
///     wait(either);
///
/// @param handles  borrowed; the same handle may stand there twice.
/// @param limit    monotonic time, resolution 1 ns; nullopt: no limit; zero or negative looks once.
/// @return  those that are ready, in the order given; empty when `limit` passed first.
/// @throws  std::system_error  EBADF for a handle that is not open.
/// @throws  KeyboardInterrupt  see run_main.
/// @see     multiprocessing.connection.wait
std::vector<native_handle> wait(std::span<const native_handle> handles,
                                std::optional<std::chrono::nanoseconds> limit = {});

/// Sleeps the whole of `duration`, whatever signals arrive; not at all when it is zero or negative.
///
/// @throws  KeyboardInterrupt  on the main thread, when SIGINT arrives; see run_main.
/// @see     time.sleep
void sleep_for(std::chrono::nanoseconds duration);

}  // namespace exeunt
