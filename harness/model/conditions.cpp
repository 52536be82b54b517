#include "model/conditions.hpp"

#include <charconv>

namespace harness {
namespace {

constexpr std::string_view stand_in_prefix = "python:";

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Names with dots between them.
bool is_module_name(std::string_view text) {
  bool begins = true;
  for (const char c : text) {
    const bool goes_on = !begins && ((c >= '0' && c <= '9') || c == '.');
    if (!begins_name(c) && !goes_on) return false;
    begins = c == '.';
  }
  return !begins;
}

}  // namespace

bool is_twins(std::string_view implementation) {
  return implementation == "cpython" || implementation == "pypy" || !stand_in_of(implementation).empty();
}

std::string_view stand_in_of(std::string_view implementation) {
  if (!implementation.starts_with(stand_in_prefix)) return {};
  const std::string_view module = implementation.substr(stand_in_prefix.size());
  return is_module_name(module) ? module : std::string_view();
}

std::optional<Version> parse_version(const std::string& text) {
  Version version;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (std::size_t i = 0; i < version.parts.size(); ++i) {
    const auto [next, error] = std::from_chars(at, end, version.parts.at(i));
    if (error != std::errc{}) {
      if (i == 0) return std::nullopt;
      break;
    }
    if (next == end || *next != '.') break;
    at = next + 1;
  }
  return version;
}

}  // namespace harness
