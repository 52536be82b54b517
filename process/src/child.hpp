#pragma once

#include <optional>

#include <exeunt/platform.hpp>

#include "descriptor.hpp"

namespace exeunt::detail {

/// A process that this one has started: the right to wait for it and to signal it, and its status once known.
/// Holds on to the process, not to its pid. Not safe from several threads: lock_library().
class Child {
 public:
  /// `process` is a pidfd of a child of this process.
  Child(pid_type pid, UniqueFd process);
  /// A child of the fork server, which reaps it and writes its wait status into `status`.
  Child(pid_type pid, UniqueFd process, UniqueFd status);

  pid_type pid() const { return pid_; }
  /// Ready when it has ended.
  native_handle sentinel() const { return relayed_ ? relayed_.get() : process_.get(); }
  /// Reaps it when it has ended; see Process::exitcode() for the number.
  std::optional<int> poll();
  /// What poll() found out before; asks nobody.
  std::optional<int> known_exitcode() const { return exitcode_; }
  /// This process has to reap it.
  bool is_own() const { return !relayed_; }
  /// A process that is known to have ended is left alone. @throws std::system_error EPERM.
  void signal(int number);

 private:
  std::optional<int> relayed_status();
  std::optional<int> lost_status();

  pid_type pid_;
  UniqueFd process_;
  UniqueFd relayed_;
  std::optional<int> exitcode_;
};

/// Whether there may be a child of this process that has ended and that nobody has reaped: one question,
/// however many children there are.
bool has_child_to_reap() noexcept;

/// What exitcode() says when nobody knows: CPython's number for a status lost with the fork server.
inline constexpr int unknown_exitcode = 255;

/// As CPython counts: the status, or minus the signal's number.
int exitcode_of_wait_status(int status);

/// A handle of this very process, for its children to see its end.
UniqueFd open_own_process();
/// @return empty, with errno set, when there is no descriptor for it.
UniqueFd open_process(pid_type child) noexcept;

/// Ends a child that must not be and reaps it.
void destroy_child(pid_type child) noexcept;

}  // namespace exeunt::detail
