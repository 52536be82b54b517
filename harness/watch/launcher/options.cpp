#include "watch/launcher/options.hpp"

#include <charconv>

namespace harness::watch {
namespace {

constexpr unsigned most_milliseconds = 1'000'000'000;

std::chrono::milliseconds milliseconds_of(const std::string& text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || at != end || number > most_milliseconds)
    throw UsageError("'" + text + "' is no number of milliseconds");
  return std::chrono::milliseconds(number);
}

std::filesystem::path path_of(const std::string& text) {
  return std::u8string(text.begin(), text.end());
}

// @return whether the option is one that has a value.
bool take_value(const std::string& word, const std::string* value, Options& options) {
  const auto needed = [&]() -> const std::string& {
    if (value == nullptr) throw UsageError(word + " needs a value");
    return *value;
  };
  if (word == "--time-limit") {
    options.limit = milliseconds_of(needed());
  } else if (word == "--grace") {
    options.grace = milliseconds_of(needed());
  } else if (word == "--report") {
    options.report = path_of(needed());
  } else if (word == "--helper") {
    options.helper_marks.push_back(needed());
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string usage() {
  return std::string(
             "usage: exeunt-launcher [OPTIONS] [--] PROGRAM [ARGUMENT...]\n"
             "\n"
             "Runs a program, watches everything that it starts, and ends when all have ended.\n"
             "What outlives the program and its grace is killed.\n"
             "\n"
             "  --time-limit MS   kills everything after that long; default: none\n"
             "  --grace MS        for processes that outlive the program; default: 700\n"
             "  --report FILE     what was seen of every process, for `exeunt run --observe job`\n"
             "  --helper MARK     what is executed with an argument that begins so is a helper\n"
             "                    of a start method: what it makes, another has asked for;\n"
             "                    'from MODULE import NAME': whoever executes this by python -c\n") +
         usage_of_this_platform;
}

Options options_of(std::span<const Word> words, Options options) {
  std::size_t at = 0;
  for (; at < words.size() && words[at].text.starts_with("--"); ++at) {
    const std::string& word = words[at].text;
    if (word == "--") {
      ++at;
      break;
    }
    if (take_word_of_this_platform(word, options)) continue;
    const std::string* const value = at + 1 < words.size() ? &words[at + 1].text : nullptr;
    if (!take_value(word, value, options)) throw UsageError("unknown option '" + word + "'");
    ++at;
  }
  if (at >= words.size()) throw UsageError("which program?");
  options.command_line = words[at].line;
  for (const Word& word : words.subspan(at))
    options.program.push_back(word.text);
  return options;
}

}  // namespace harness::watch
