#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/comparison.hpp"
#include "model/event.hpp"
#include "model/level.hpp"
#include "model/observation.hpp"
#include "model/process.hpp"
#include "model/start_method.hpp"
#include "model/stdio_mode.hpp"
#include "model/verdict.hpp"

namespace harness {

/// The words of results, goldens and options. Each has its reverse.
std::string_view to_string(StartMethod method);
std::string_view to_string(StdioMode mode);
std::string_view to_string(Level level);
std::string_view to_string(Fate fate);
std::string_view to_string(Stopped stopped);
std::string_view to_string(Verdict verdict);
std::string_view to_string(ReasonCode code);
std::string_view to_string(EventKind kind);
std::string_view to_string(ReapedBy by);
std::string_view to_string(DiffLine::Kind kind);

/// All words of an enumeration, in the order of its values.
template <class Enum>
std::vector<std::string> all_words() {
  std::vector<std::string> words;
  while (!to_string(static_cast<Enum>(words.size())).empty())
    words.emplace_back(to_string(static_cast<Enum>(words.size())));
  return words;
}

/// The value of a word, or nothing.
template <class Enum>
std::optional<Enum> parse(std::string_view word);
template <>
std::optional<StartMethod> parse(std::string_view word);
template <>
std::optional<StdioMode> parse(std::string_view word);
template <>
std::optional<Level> parse(std::string_view word);
template <>
std::optional<Fate> parse(std::string_view word);
template <>
std::optional<Stopped> parse(std::string_view word);
template <>
std::optional<Verdict> parse(std::string_view word);
template <>
std::optional<ReasonCode> parse(std::string_view word);
template <>
std::optional<EventKind> parse(std::string_view word);
template <>
std::optional<ReapedBy> parse(std::string_view word);
template <>
std::optional<DiffLine::Kind> parse(std::string_view word);

}  // namespace harness
