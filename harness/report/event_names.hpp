#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "model/event.hpp"

namespace harness {

/// The words of events in the JSON report, in the order of their enumerators.
inline constexpr std::array<std::string_view, 9> event_words{
    "created", "exec", "exited", "reaped", "adopted", "stopped", "continued", "output", "killed"};
inline constexpr std::array<std::string_view, 3> reaped_by_words{"parent", "automatically", "adopter"};

inline std::string_view to_string(EventKind kind) {
  return event_words.at(static_cast<std::size_t>(kind));
}
inline std::string_view to_string(ReapedBy by) {
  return reaped_by_words.at(static_cast<std::size_t>(by));
}

/// The enumerator whose word stands in `words`, or nothing.
template <class Enum, std::size_t N>
std::optional<Enum> among(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words.at(i) == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace harness
