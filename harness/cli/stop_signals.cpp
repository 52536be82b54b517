#include "cli/stop_signals.hpp"

#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace harness {
namespace {

std::atomic<int> stop_signals_seen{0};
std::atomic<int> cursor_terminal{-1};
std::atomic<void (*)() noexcept> ask_to_stop{nullptr};
static_assert(std::atomic<int>::is_always_lock_free, "used in a signal handler");

extern "C" void on_stop_signal(int signal) {
  const int saved = errno;
  if (stop_signals_seen.fetch_add(1) == 0) {
    ask_to_stop.load()();
  } else {
    constexpr char show_cursor[] = "\x1b[?25h\n";
    if (cursor_terminal >= 0) (void)!::write(cursor_terminal, show_cursor, sizeof show_cursor - 1);
    ::signal(signal, SIG_DFL);
    ::raise(signal);  // delivered when the handler returns
  }
  errno = saved;
}

}  // namespace

StopSignals::StopSignals(void (*stop)() noexcept) {
  stop_signals_seen = 0;
  cursor_terminal = -1;
  ask_to_stop = stop;
  struct sigaction action {};
  action.sa_handler = on_stop_signal;
  ::sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    ::sigaction(signals.at(i), nullptr, &before_.at(i));
    if (before_.at(i).sa_handler != SIG_IGN) ::sigaction(signals.at(i), &action, nullptr);
  }
}

StopSignals::~StopSignals() {
  for (std::size_t i = 0; i < signals.size(); ++i)
    ::sigaction(signals.at(i), &before_.at(i), nullptr);
}

void StopSignals::show_cursor_on(int terminal) {
  cursor_terminal = terminal;
}

bool StopSignals::received() {
  return stop_signals_seen > 0;
}

}  // namespace harness
