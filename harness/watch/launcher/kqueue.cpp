#include "watch/launcher/kqueue.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace harness::watch {

Kqueue::Kqueue() : queue_(::kqueue()) {
  if (!queue_) throw std::system_error(errno, std::generic_category(), "make a kqueue");
  for (const int signal : stop_signals) {
    const int error = change(static_cast<std::uintptr_t>(signal), EVFILT_SIGNAL, 0);
    if (error != 0) throw std::system_error(error, std::generic_category(), "watch for signals");
  }
}

int Kqueue::watch(pid_t pid, unsigned notes) {
  return change(static_cast<std::uintptr_t>(pid), EVFILT_PROC, notes);
}

int Kqueue::change(std::uintptr_t what, short filter, unsigned notes) {
  struct kevent event = {};
  EV_SET(&event, what, filter, EV_ADD, notes, 0, nullptr);
  return ::kevent(queue_.get(), &event, 1, nullptr, 0, nullptr) == 0 ? 0 : errno;
}

std::vector<struct kevent> Kqueue::next(std::chrono::milliseconds limit) {
  constexpr std::size_t at_once = 256;
  std::vector<struct kevent> events;
  std::array<struct kevent, at_once> piece{};
  for (int count = at_once; count == at_once; limit = std::chrono::milliseconds(0)) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit);
    timespec time = {};
    time.tv_sec = static_cast<time_t>(seconds.count());
    time.tv_nsec = static_cast<long>((limit - seconds).count()) * 1'000'000;
    count = ::kevent(queue_.get(), nullptr, 0, piece.data(), at_once, &time);
    events.insert(events.end(), piece.begin(), piece.begin() + std::max(count, 0));
  }
  for (const struct kevent& event : events) {
    if (event.filter == EVFILT_SIGNAL) throw_if_asked_to_stop(static_cast<int>(event.ident));
  }
  return events;
}

}  // namespace harness::watch
