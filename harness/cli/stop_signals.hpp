#pragma once

#include <signal.h>

#include <array>

namespace harness {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP asks the run to end soon, so that what it saw can be
/// told and nothing is left running; a second one ends this process at once. A signal that was ignored stays
/// so. There is one at a time.
class StopSignals {
 public:
  /// @param stop  asks the run to end soon; async-signal-safe.
  explicit StopSignals(void (*stop)() noexcept);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// @param terminal  descriptor on which the cursor is shown again before the second signal ends us.
  static void show_cursor_on(int terminal);

  static bool received();

 private:
  static constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGHUP};
  std::array<struct sigaction, signals.size()> before_{};
};

}  // namespace harness
