#include "model/ending.hpp"

#include <charconv>
#include <csignal>

#include "model/signals.hpp"

namespace harness {
namespace {

constexpr std::int64_t most_status = 0xFFFF'FFFF;

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

}  // namespace

std::string to_string(const Ending& ending) {
  if (const Exited* exited = std::get_if<Exited>(&ending)) return "exit " + std::to_string(exited->status);
  return "signal " + signal_name(std::get<Killed>(ending).signal);
}

std::optional<Ending> parse_ending(std::string_view text) {
  constexpr std::string_view exit = "exit ";
  constexpr std::string_view signal = "signal ";
  if (text.starts_with(exit)) {
    const auto status = number<std::int64_t>(text.substr(exit.size()));
    if (status && *status >= 0 && *status <= most_status) return Exited{*status};
  } else if (text.starts_with(signal)) {
    if (const std::optional<int> found = signal_number(text.substr(signal.size()))) return Killed{*found};
  }
  return std::nullopt;
}

std::string signal_name(int signal) {
  const char* const abbreviation = abbreviation_of(signal);
  return abbreviation != nullptr ? std::string("SIG") + abbreviation : "SIG" + std::to_string(signal);
}

std::optional<int> signal_number(std::string_view name) {
  if (!name.starts_with("SIG")) return std::nullopt;
  name.remove_prefix(3);
  for (int signal = 1; signal < NSIG; ++signal) {
    const char* const abbreviation = abbreviation_of(signal);
    if (abbreviation != nullptr && name == abbreviation) return signal;
  }
  const auto value = number<int>(name);
  if (value && *value > 0 && *value < NSIG) return value;
  return std::nullopt;
}

}  // namespace harness
