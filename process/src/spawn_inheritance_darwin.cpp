#include <fcntl.h>
#include <unistd.h>

#include <initializer_list>

#include "launch_plan.hpp"

namespace exeunt::detail {

extern const bool can_refuse_others = true;

int inherit(posix_spawn_file_actions_t& actions, native_handle handle) noexcept {
  return ::posix_spawn_file_actions_addinherit_np(&actions, handle);
}

int refuse_others(posix_spawn_file_actions_t& actions, posix_spawnattr_t& attributes) noexcept {
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) continue;  // closed by the program
    if (const int error = inherit(actions, stream); error != 0) return error;
  }
  return ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_CLOEXEC_DEFAULT);
}

}  // namespace exeunt::detail
