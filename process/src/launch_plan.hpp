#pragma once

#include <spawn.h>

#include <cerrno>
#include <span>
#include <utility>

#include "launch.hpp"

namespace exeunt::detail {

/// What launch_self() does.
struct LaunchPlan {
  const char* path;
  char* const* argv;
  std::span<const native_handle> inherited;
  native_handle null;
  const char* name = nullptr;  ///< of the same file, for where `path` leads nowhere
  bool is_by_name = false;
  int error = 0;  ///< of exec

  /// After an error: @return whether there is another path to try. Async-signal-safe.
  bool take_name() noexcept {
    const bool leads_nowhere = error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP;
    if (name == nullptr || !leads_nowhere) return false;
    path = std::exchange(name, nullptr);
    is_by_name = true;
    error = 0;
    return true;
  }
};

/// Behind the argument: the new program has to close what it should not have.
inline constexpr const char* close_mark = ",close";

/// @throws  std::system_error
pid_type launch_by_posix_spawn(LaunchPlan& plan);
[[noreturn]] void throw_exec_error(const LaunchPlan& plan);

/// For posix_spawn: the new program has this descriptor. @return an errno.
int inherit(posix_spawn_file_actions_t& actions, native_handle handle) noexcept;
/// What else is to be said to posix_spawn, so that it has no other, where that can be said.
int refuse_others(posix_spawn_file_actions_t& actions, posix_spawnattr_t& attributes) noexcept;
extern const bool can_refuse_others;

/// Closes open descriptors from `first` to `last` by one call. @return false where there is none.
bool close_range_of(unsigned first, unsigned last) noexcept;

}  // namespace exeunt::detail
