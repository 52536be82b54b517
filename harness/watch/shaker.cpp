#include "watch/shaker.hpp"

#include <algorithm>

namespace harness::watch {
namespace {

// SplitMix64's finalizer: neighbouring numbers get unrelated ones.
std::uint64_t scattered(std::uint64_t number) {
  number += 0x9e3779b97f4a7c15U;
  number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9U;
  number = (number ^ (number >> 27U)) * 0x94d049bb133111ebU;
  return number ^ (number >> 31U);
}

}  // namespace

std::int64_t Shaker::delay_us(int process, Moment moment) {
  std::uint64_t number = scattered(seed_);
  number = scattered(number ^ static_cast<std::uint64_t>(process));
  number = scattered(number ^ static_cast<std::uint64_t>(moment));
  number = scattered(number ^ times_[{process, moment}]++);
  if ((number & 1U) == 0) return 0;
  return static_cast<std::int64_t>((number >> 1U) % static_cast<std::uint64_t>(longest_us));
}

void Shaker::hold(Stop held, std::int64_t until_us) {
  forget(held.task);
  held_.emplace(until_us, held);
}

void Shaker::forget(pid_t task) {
  const auto same = [&](const auto& entry) { return entry.second.task == task; };
  const auto found = std::find_if(held_.begin(), held_.end(), same);
  if (found != held_.end()) held_.erase(found);
}

std::optional<Shaker::Stop> Shaker::next(std::int64_t now_us) {
  if (held_.empty() || held_.begin()->first > now_us) return std::nullopt;
  return held_.extract(held_.begin()).mapped();
}

std::optional<std::int64_t> Shaker::next_due_us() const {
  return held_.empty() ? std::nullopt : std::optional(held_.begin()->first);
}

}  // namespace harness::watch
