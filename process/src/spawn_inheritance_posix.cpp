#include "launch_plan.hpp"

namespace exeunt::detail {

extern const bool can_refuse_others = false;

int inherit(posix_spawn_file_actions_t& actions, native_handle handle) noexcept {
  return ::posix_spawn_file_actions_adddup2(&actions, handle, handle);  // no longer close-on-exec
}

int refuse_others(posix_spawn_file_actions_t&, posix_spawnattr_t&) noexcept {
  return 0;
}

}  // namespace exeunt::detail
