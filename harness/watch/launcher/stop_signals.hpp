#pragma once

#include <array>
#include <csignal>
#include <initializer_list>

namespace harness::watch {

/// What asks the launcher to end, and everything with it.
inline constexpr std::array stop_signals{SIGHUP, SIGINT, SIGTERM};

/// Keeps those signals, and others, waiting as long as it lives.
class HeldSignals {
 public:
  explicit HeldSignals(std::initializer_list<int> others = {});
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals();

  const sigset_t& held() const { return held_; }
  /// The mask as it was before.
  const sigset_t& before() const { return before_; }

 private:
  sigset_t held_;
  sigset_t before_;
};

/// @throws  std::system_error  where the signal is one of stop_signals.
void throw_if_asked_to_stop(int signal);

}  // namespace harness::watch
