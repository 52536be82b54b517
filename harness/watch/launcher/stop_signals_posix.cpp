#include <algorithm>
#include <cerrno>
#include <system_error>

#include "model/ending.hpp"
#include "watch/launcher/stop_signals.hpp"

namespace harness::watch {

// To macOS these calls are macros.
HeldSignals::HeldSignals(std::initializer_list<int> others) {
  sigemptyset(&held_);
  for (const int signal : stop_signals)
    sigaddset(&held_, signal);
  for (const int signal : others)
    sigaddset(&held_, signal);
  ::sigprocmask(SIG_BLOCK, &held_, &before_);
}

HeldSignals::~HeldSignals() {
  ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

void throw_if_asked_to_stop(int signal) {
  if (std::ranges::find(stop_signals, signal) == stop_signals.end()) return;
  throw std::system_error(EINTR, std::generic_category(), "asked to end by " + to_string(Killed{signal}));
}

}  // namespace harness::watch
