#include "model/conditions.hpp"

#include <charconv>

namespace harness {

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
