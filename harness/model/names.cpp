#include "model/names.hpp"

#include <array>

namespace harness {
namespace {

// The words stand in the order of the enumerators.
constexpr std::array<std::string_view, 3> start_methods{"fork", "spawn", "forkserver"};
constexpr std::array<std::string_view, 3> stdio_modes{"pipe", "tty", "file"};
constexpr std::array<std::string_view, 5> levels{"trace", "passive", "job", "adopt", "root"};
constexpr std::array<std::string_view, 5> fates{"root", "reaped", "zombie", "orphaned", "leaked"};
constexpr std::array<std::string_view, 9> stops{"by-itself",  "time-limit",        "output-limit",
                                                "cpu-limit",  "process-limit",     "memory-limit",
                                                "disk-limit", "sandbox-violation", "interrupted"};
constexpr std::array<std::string_view, 8> verdicts{"pass", "fail",       "timeout",         "broken",
                                                   "skip", "known_fail", "unexpected_pass", "flaky"};
constexpr std::array<std::string_view, 15> reason_codes{
    "wrong-output", "wrong-exit",    "wrong-tree",   "leaked-process", "timeout",
    "output-limit", "process-limit", "memory-limit", "disk-limit",     "sandbox-violation",
    "build-error",  "build-timeout", "missing",      "cannot-start",   "bad-golden"};

template <class Enum, std::size_t N>
std::string_view word_of(const std::array<std::string_view, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words.at(i) == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(StartMethod method) {
  return word_of(start_methods, method);
}
std::string_view to_string(StdioMode mode) {
  return word_of(stdio_modes, mode);
}
std::string_view to_string(Level level) {
  return word_of(levels, level);
}
std::string_view to_string(Fate fate) {
  return word_of(fates, fate);
}
std::string_view to_string(Stopped stopped) {
  return word_of(stops, stopped);
}
std::string_view to_string(Verdict verdict) {
  return word_of(verdicts, verdict);
}
std::string_view to_string(ReasonCode code) {
  return word_of(reason_codes, code);
}

template <>
std::optional<StartMethod> parse(std::string_view word) {
  return value_of<StartMethod>(start_methods, word);
}
template <>
std::optional<StdioMode> parse(std::string_view word) {
  return value_of<StdioMode>(stdio_modes, word);
}
template <>
std::optional<Level> parse(std::string_view word) {
  return value_of<Level>(levels, word);
}
template <>
std::optional<Fate> parse(std::string_view word) {
  return value_of<Fate>(fates, word);
}
template <>
std::optional<Stopped> parse(std::string_view word) {
  return value_of<Stopped>(stops, word);
}
template <>
std::optional<Verdict> parse(std::string_view word) {
  return value_of<Verdict>(verdicts, word);
}
template <>
std::optional<ReasonCode> parse(std::string_view word) {
  return value_of<ReasonCode>(reason_codes, word);
}

}  // namespace harness
