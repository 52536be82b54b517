#pragma once

#include <optional>
#include <string>

#include <exeunt/platform.hpp>

#include "descriptor.hpp"
#include "process_handle.hpp"

namespace exeunt::detail {

/// A process that this one has started: the right to wait for it and to signal it, and its status once known.
/// Holds on to the process, not to its pid. Not safe from several threads: lock_library().
class Child {
 public:
  /// None yet.
  Child() = default;
  /// `process` is a handle of a child of this process.
  Child(pid_type pid, ProcessHandle process);
  /// A child of the fork server, which reaps it and writes its wait status into `status`. It has no handle
  /// where handles do not cross.
  Child(pid_type pid, ProcessHandle process, UniqueFd status);

  pid_type pid() const { return pid_; }
  /// Ready when it has ended.
  native_handle sentinel() const { return process_ ? process_.get() : relayed_.get(); }
  /// What to wait for when poll() knows nothing yet.
  native_handle awaited();
  /// Reaps it when it has ended; see Process::exitcode() for the number.
  std::optional<exitcode_type> poll();
  /// What poll() found out before; asks nobody.
  std::optional<exitcode_type> known_exitcode() const { return exitcode_; }
  /// This process has to reap it.
  bool is_own() const { return !relayed_; }
  /// Sends SIGINT. A process that is known to have ended is left alone.
  /// @throws  std::system_error  when that is not allowed.
  /// @throws  AttributeError     where the platform cannot interrupt another process.
  void interrupt();
  /// Asks it to end, where the platform knows of asking. A process that is known to have ended is left alone.
  /// @throws  std::system_error  when that is not allowed.
  void terminate();
  /// Ends it.
  void kill();

 private:
  std::optional<exitcode_type> relayed_status();
  std::optional<exitcode_type> lost_status();
  /// Opens the handle anew where the program has closed it.
  void restore_handle();

  pid_type pid_ = 0;
  ProcessHandle process_;
  KnownFd relayed_;
  std::optional<exitcode_type> exitcode_;
};

/// Whether there may be a child of this process that has ended and that nobody has reaped: one question,
/// however many children there are.
bool has_child_to_reap() noexcept;

/// A handle of this very process, which its children have a copy of and see its end by.
UniqueFd open_own_process();

/// "-SIGTERM" of -15, where the platform has that signal; else the number.
std::string exitcode_text(exitcode_type exitcode);

}  // namespace exeunt::detail
