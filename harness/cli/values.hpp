#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "model/names.hpp"
#include "support/errors.hpp"

namespace harness {

/// A whole number from 1 to `most`. @throws UsageError naming the option.
int whole_number(const std::string& option, const std::string& text, int most);

/// A number above 0 and at most `most`. @throws UsageError naming the option.
double positive_number(const std::string& option, const std::string& text, double most);

/// By what the waiting inside programs is stretched. @throws UsageError naming the option.
double time_scale(const std::string& option, const std::string& text);

/// Seconds, with decimals where wanted, rounded up to whole milliseconds. @throws UsageError naming the
/// option.
std::chrono::milliseconds seconds(const std::string& option, const std::string& text);

[[noreturn]] void throw_unknown_word(const std::string& option, const std::string& word,
                                     std::string_view all);

/// "tty, pipe": both.
std::vector<std::string> words_in(std::string_view all);

/// The value of a word. `all` lists the words there are, for the complaint. @throws UsageError
template <class Enum>
Enum word(const std::string& option, const std::string& text, std::string_view all) {
  const std::optional<Enum> value = parse<Enum>(text);
  if (!value) throw_unknown_word(option, text, all);
  return *value;
}

/// The values of several words, each once. @throws UsageError
template <class Enum>
std::vector<Enum> words(const std::string& option, const std::vector<std::string>& texts,
                        std::string_view all) {
  std::vector<Enum> values;
  for (const std::string& text : texts) {
    const Enum value = word<Enum>(option, text, all);
    bool known = false;
    for (const Enum one : values)
      known = known || one == value;
    if (!known) values.push_back(value);
  }
  return values;
}

/// An option that takes several of the words `all`, by comma or repetition.
template <class Enum>
void declare_words(Options& options, const std::string& name, std::vector<Enum>& values, std::string_view all,
                   std::string help) {
  options.values(
      name, "LIST", true, [&values, name, all](const auto& texts) { values = words<Enum>(name, texts, all); },
      std::move(help));
  options.choices(name, words_in(all));
}

inline constexpr std::string_view all_start_methods = "fork, spawn, forkserver";
inline constexpr std::string_view all_stdio_modes = "tty, pipe, file";
inline constexpr std::string_view all_levels = "trace, passive, job, adopt, root";

/// A level at which this machine's own observer sees: any but job. @throws UsageError
Level own_level(const std::string& option, const std::string& text);

}  // namespace harness
