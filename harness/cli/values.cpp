#include "cli/values.hpp"

#include <charconv>
#include <cmath>

#include "support/format.hpp"

namespace harness {
namespace {

constexpr double most_seconds = 24 * 3600;
constexpr double most_time_scale = 1000;

template <class Number>
std::optional<Number> number(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

int whole_number(const std::string& option, const std::string& text, int most) {
  const std::optional<int> value = number<int>(text);
  if (!value || *value < 1 || *value > most) {
    throw UsageError(harness::format("{}: '{}' is not a whole number from 1 to {}", option, text, most));
  }
  return *value;
}

double positive_number(const std::string& option, const std::string& text, double most) {
  const std::optional<double> value = number<double>(text);
  if (!value || !(*value > 0) || *value > most) {
    throw UsageError(harness::format("{}: '{}' is not a number above 0 and at most {}", option, text, most));
  }
  return *value;
}

double time_scale(const std::string& option, const std::string& text) {
  return positive_number(option, text, most_time_scale);
}

std::chrono::milliseconds seconds(const std::string& option, const std::string& text) {
  const double value = positive_number(option, text, most_seconds);
  return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(value * 1000)));
}

Level own_level(const std::string& option, const std::string& text) {
  constexpr std::string_view own_levels = "trace, passive, adopt, root";
  const Level level = word<Level>(option, text, own_levels);
  if (level == Level::job) throw_unknown_word(option, text, own_levels);
  return level;
}

std::vector<std::string> words_in(std::string_view all) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < all.size(); begin = words.back().size() + begin + 2)
    words.emplace_back(all.substr(begin, all.find(", ", begin) - begin));
  return words;
}

void throw_unknown_word(const std::string& option, const std::string& word, std::string_view all) {
  throw UsageError(harness::format("{}: '{}' is none of {}", option, word, all));
}

}  // namespace harness
