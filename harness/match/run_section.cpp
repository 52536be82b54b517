#include "match/run_section.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "match/bad_golden.hpp"
#include "support/closest.hpp"

namespace harness {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds longest_timeout = std::chrono::hours(1);

// Takes the value of a key to words, as a shell would without expanding anything.
std::vector<std::string> words_of(std::string_view text, int line) {
  std::vector<std::string> words;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote == 0 && c == ' ') {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == '\\' && quote != '\'') {
      if (++i == text.size()) throw BadLine(line, "a backslash at the end of the line");
      words.back() += text[i];
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else {
      words.back() += c;
    }
  }
  if (quote != 0) throw BadLine(line, std::string("a ") + quote + " without its partner");
  return words;
}

bool is_variable(std::string_view word) {
  const std::string_view name = word.substr(0, word.find('='));
  constexpr std::string_view name_characters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
  return word.size() != name.size() && !name.empty() && (name.front() < '0' || name.front() > '9') &&
         name.find_first_not_of(name_characters) == std::string_view::npos;
}

milliseconds timeout_of(std::string_view text, int line) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string number(text.substr(0, digits));
  const std::string_view unit = text.substr(digits);
  const double factor = unit == "ms" ? 1 : unit == "s" ? 1'000 : unit == "min" ? 60'000 : 0;
  char* end = nullptr;
  const double value = std::strtod(number.c_str(), &end) * factor;
  const bool whole = !number.empty() && *end == '\0';
  if (!whole || !(value >= 1) || value > static_cast<double>(longest_timeout.count())) {
    throw BadLine(line, "bad timeout '" + std::string(text) + "'; timeouts are a number and ms, s or min, " +
                            "from 1ms to 60min");
  }
  return milliseconds(std::llround(value));
}

std::string_view value_of(std::string_view line, std::size_t colon) {
  const std::string_view value = line.substr(colon + 1);
  const std::size_t first = value.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return value.substr(first, value.find_last_not_of(' ') - first + 1);
}

class RunParser {
 public:
  void read(std::string_view text, int line) {
    const std::size_t colon = text.find(':');
    const std::string key(text.substr(0, colon));
    if (colon == std::string_view::npos) unknown(key, line);
    const std::string_view value = value_of(text, colon);
    if (key == "args") {
      once(args_seen_, key, line);
      run.args = words_of(value, line);
    } else if (key == "env") {
      variables(value, line);
    } else if (key == "timeout") {
      once(timeout_seen_, key, line);
      run.timeout = timeout_of(value, line);
    } else if (key == "skip") {
      once(skip_seen_, key, line);
      if (value.empty()) throw BadLine(line, "'skip:' lacks its reason");
      run.skip = value;
    } else {
      unknown(key, line);
    }
  }

  RunSection run;

 private:
  [[noreturn]] static void unknown(const std::string& key, int line) {
    const std::vector<std::string> keys{"args", "env", "timeout", "skip"};
    const auto near = closest(key, keys);
    throw BadLine(line, "unknown key '" + key + "' in 'run'" + (near ? " (closest: '" + *near + "')" : "") +
                            "; keys are: args:, env:, timeout:, skip:");
  }

  static void once(bool& seen, const std::string& key, int line) {
    if (seen) throw BadLine(line, "'" + key + ":' for the second time");
    seen = true;
  }

  void variables(std::string_view value, int line) {
    for (std::string& word : words_of(value, line)) {
      if (!is_variable(word)) throw BadLine(line, "'" + word + "' is no variable; variables are NAME=VALUE");
      run.env.push_back(std::move(word));
    }
  }

  bool args_seen_ = false;
  bool timeout_seen_ = false;
  bool skip_seen_ = false;
};

}  // namespace

RunSection parse_run(std::span<const std::string> source, int first_line) {
  RunParser parser;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const std::size_t start = source[i].find_first_not_of(' ');
    if (start == std::string::npos || source[i][start] == '#') continue;
    parser.read(std::string_view(source[i]).substr(start), first_line + static_cast<int>(i));
  }
  return std::move(parser.run);
}

}  // namespace harness
