#include "support/utc.hpp"

#include <array>

namespace harness {

std::string utc_text(std::time_t moment, const char* form) {
  std::tm utc{};
  std::array<char, 64> text{};
  if (::gmtime_r(&moment, &utc) == nullptr) return "";
  return {text.data(), std::strftime(text.data(), text.size(), form, &utc)};
}

std::string now_as_text() {
  return utc_text(std::time(nullptr), "%Y-%m-%dT%H:%M:%SZ");
}

}  // namespace harness
