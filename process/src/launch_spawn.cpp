#include <atomic>
#include <cerrno>
#include <string>

#include "child_posix.hpp"
#include "launch_plan.hpp"
#include "own_executable.hpp"

// By posix_spawn, which is a system call, or a vfork, where neither clone nor its flags are.

namespace exeunt::detail {

namespace {

std::atomic<const char*> other_file{nullptr};

}  // namespace

Launched launch_self(const char* argv0, const char* role, const std::string& argument,
                     std::span<const native_handle> inherited, native_handle null) {
  std::string marked = argument + (can_refuse_others ? "" : close_mark);
  char* argv[] = {const_cast<char*>(argv0), const_cast<char*>(role), marked.data(), nullptr};
  const char* other = other_file.load();
  LaunchPlan plan{other != nullptr ? other : own_executable(), argv, inherited, null};
  const pid_type pid = launch_by_posix_spawn(plan);
  ProcessHandle handle = open_process(pid);
  if (!handle) {
    const int error = errno;
    destroy_child(pid, handle);
    throw_errno(error, "open a handle of the child");
  }
  return {pid, std::move(handle)};
}

void launch_instead(const char* path, bool) noexcept {
  other_file = path;
}

}  // namespace exeunt::detail
