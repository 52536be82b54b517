#include "watch/shim/limit_keeper.hpp"

#include <csignal>

namespace harness::watch {

void LimitKeeper::signalled(const Tracked& process, int signal) {
  if (signal == SIGSYS) forbidden_call_signals_.insert(process.number);
  if (!by_signal_) by_signal_ = limit_behind_signal(process.pid, signal, limits_);
}

std::optional<Stopped> LimitKeeper::passed(const ProcessTable& processes, std::int64_t now_us) {
  if (by_signal_) return by_signal_;
  if (processes.live_tasks() > limits_.processes || processes.made() > limits_.processes_in_all)
    return Stopped::process_limit;
  if (now_us < next_look_us_) return std::nullopt;
  next_look_us_ = now_us + consumption_interval_us;
  return consumption_.exceeded();
}

std::optional<Stopped> LimitKeeper::passed_by_the_end(std::span<const Event> events) const {
  if (by_signal_) return by_signal_;
  for (const Event& event : events) {
    if (event.kind != EventKind::exited) continue;
    if (const std::optional<Stopped> shown = shown_by(event)) return shown;
  }
  if (largest_memory_so_far() > limits_.memory_bytes) return Stopped::memory_limit;
  return consumption_.exceeded();
}

// The filter kills without a signal that a tracer could see coming. Where signals are not seen, those that
// limits send are taken for the limits'.
std::optional<Stopped> LimitKeeper::shown_by(const Event& end) const {
  const Killed* const killed = std::get_if<Killed>(&end.end);
  if (killed == nullptr) return std::nullopt;
  if (killed->signal == SIGSYS && !forbidden_call_signals_.contains(end.process))
    return Stopped::sandbox_violation;
  if (level_ == Level::trace) return std::nullopt;
  if (killed->signal == SIGXCPU) return Stopped::cpu_limit;
  if (killed->signal == SIGXFSZ) return Stopped::disk_limit;
  return std::nullopt;
}

}  // namespace harness::watch
