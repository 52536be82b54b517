#include "run/pacing.hpp"

#include <algorithm>

namespace harness {
namespace {

// The length of the queue: long enough that no processor runs dry, short enough that nobody waits long.
constexpr std::int64_t backlog_per_processor_us = 20'000;
// Of a kind that has not been seen yet.
constexpr std::int64_t first_guess_us = 1'000;

}  // namespace

Pacing::Pacing(int processors) : processors_(std::max(processors, 1)) {}

void Pacing::work_off(std::int64_t now_us) {
  backlog_us_ = std::max<std::int64_t>(0, backlog_us_ - (now_us - last_us_) * processors_);
  last_us_ = now_us;
}

std::int64_t Pacing::delay_us(std::int64_t now_us) {
  work_off(now_us);
  const std::int64_t excess = backlog_us_ - backlog_per_processor_us * processors_;
  return excess <= 0 ? 0 : (excess + processors_ - 1) / processors_;
}

void Pacing::started(const std::string& kind, std::int64_t now_us) {
  work_off(now_us);
  backlog_us_ += expected_us(kind);
}

void Pacing::finished(const std::string& kind, std::int64_t cpu_us) {
  const std::int64_t before = expected_us(kind);
  expected_[kind] = before + (cpu_us - before) / 4;
}

std::int64_t Pacing::expected_us(const std::string& kind) const {
  const auto known = expected_.find(kind);
  return known == expected_.end() ? first_guess_us : known->second;
}

}  // namespace harness
