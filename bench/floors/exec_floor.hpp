#pragma once

#include <sys/types.h>

#include <string>

#include "sampling/sample.hpp"

// The least that starting another program can cost.

namespace bench {

/// A child that has exec'd the program by the time this returns. @throws std::system_error
pid_t vfork_exec(const char* path, char* const* argv);

/// vfork + exec + waitpid: of the program that only ends this is the unit of all measurements.
Sample vfork_exec_wait(const std::string& path, const char* argument = nullptr);

/// The same by clone3 with CLONE_VM, CLONE_VFORK and CLONE_CLEAR_SIGHAND.
/// @throws  std::runtime_error  where there is no such call.
Sample clone3_exec_wait(const std::string& path);

/// The same by posix_spawn.
Sample posix_spawn_wait(const std::string& path);

/// waitpid() that signals do not shorten.
/// @throws  std::runtime_error  when the process did not end with status 0: then nothing was measured.
void wait_for_end(pid_t pid);

}  // namespace bench
