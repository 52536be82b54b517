#pragma once

#include <sys/event.h>
#include <sys/types.h>

#include <chrono>
#include <vector>

#include "support/unique_fd.hpp"
#include "watch/launcher/stop_signals.hpp"

namespace harness::watch {

/// Tells what happens to processes, in the order in which something first happened to each since it was told
/// of last; and of the signals that ask the launcher to end.
class Kqueue {
 public:
  /// @throws  std::system_error
  Kqueue();

  /// @return  0, or an errno: ESRCH where there is no such process.
  int watch(pid_t pid, unsigned notes);

  /// Waits up to `limit` for something to happen.
  /// @throws  std::system_error  where the launcher is asked to end.
  std::vector<struct kevent> next(std::chrono::milliseconds limit);

  const HeldSignals& signals() const { return signals_; }

 private:
  int change(std::uintptr_t what, short filter, unsigned notes);

  HeldSignals signals_{};
  UniqueFd queue_;
};

}  // namespace harness::watch
