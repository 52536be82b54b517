#pragma once

#include <csignal>
#include <span>
#include <string>

#include "descriptor_posix.hpp"
#include "process_handle.hpp"

namespace exeunt::detail {

/// All of the thread's signals wait. They do from before a launch until the new program has set the mask it
/// is given, so that no handler of the old one runs on memory that the two share.
class SignalsHeld {
 public:
  SignalsHeld() noexcept;
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  const sigset_t& before() const { return before_; }

 private:
  sigset_t before_{};  // the kernel writes only the part it knows
};

struct Launched {
  pid_type pid;
  ProcessHandle handle;
};

/// Starts this program's executable again: `argv0 role argument`. Of descriptors above 2 it has `inherited`
/// alone, under the same numbers. The cost does not depend on this process's memory or descriptors.
///
/// @throws  std::system_error  naming the step; then there is no process.
Launched launch_self(const char* argv0, const char* role, const std::string& argument,
                     std::span<const native_handle> inherited, native_handle null);

/// In the new program: what was said as `argument`, and all else closed where the launch could not.
std::string launch_argument(const char* text);
bool must_close_others(const char* text);
void close_others(std::span<const native_handle> kept) noexcept;

/// For tests: launch another file, or by posix_spawn; nullptr and false restore the usual.
void launch_instead(const char* path, bool by_posix_spawn) noexcept;

}  // namespace exeunt::detail
