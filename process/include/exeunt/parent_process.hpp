#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <exeunt/platform.hpp>

namespace exeunt {

namespace detail {
struct ParentWatch;
}

/// The process that created this one, seen from here. All members are safe from several threads.
/// @see  multiprocessing.parent_process; docs/semantics.md, part F
class ParentProcess {
 public:
  explicit ParentProcess(detail::ParentWatch& watch) : watch_(&watch) {}

  /// As it was when this process's object was constructed.
  const std::string& name() const;
  pid_type pid() const;

  /// False as soon as the parent has ended, whoever else still lives.
  bool is_alive() const;

  /// Waits until the parent has ended.
  /// @throws  KeyboardInterrupt  see run_main.
  void join();

  /// Waits at most `limit`; zero or negative looks once.
  /// @return  true when the parent has ended.
  bool join_for(std::chrono::nanoseconds limit);

  /// Always nullopt: a child has no right to its parent's status.
  std::optional<exitcode_type> exitcode() const { return std::nullopt; }

  /// Becomes ready when the parent ends.
  native_handle sentinel() const;

 private:
  detail::ParentWatch* watch_;
};

/// @return  nullptr in the main program; valid to the end of the process.
ParentProcess* parent_process();

}  // namespace exeunt
