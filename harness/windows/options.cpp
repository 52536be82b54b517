#include "windows/options.hpp"

#include <cwchar>
#include <vector>

#include "windows/command_line.hpp"
#include "windows/text.hpp"

namespace harness::windows {

const char* const usage =
    "usage: exeunt-launcher [OPTIONS] [--] PROGRAM [ARGUMENT...]\n"
    "\n"
    "Runs a program with everything that it starts in a job, passes its output on, and\n"
    "ends when all have ended. What outlives the program and its grace is killed.\n"
    "\n"
    "  --time-limit MS   kills everything after that long; default: none\n"
    "  --grace MS        for processes that outlive the program; default: 700\n"
    "  --report FILE     every process, its parent and its end, as a line of JSON\n"
    "  --unix            the caller is a Unix program (Wine): ends of lines become\n"
    "                    \\n, and of the exit status that arrives there, its low eight\n"
    "                    bits, none is 0 where the whole is not: 255 stands for those\n"
    "\n"
    "exit status: that of PROGRAM, all 32 bits; 125: it could not be run; 126: wrong\n"
    "command line\n";

namespace {

std::chrono::milliseconds milliseconds_of(const std::wstring& text) {
  wchar_t* end = nullptr;
  const unsigned long number = std::wcstoul(text.c_str(), &end, 10);
  if (text.empty() || *end != L'\0' || text[0] == L'-' || number > 1'000'000'000)
    throw UsageError("'" + utf8(text) + "' is no number of milliseconds");
  return std::chrono::milliseconds(number);
}

}  // namespace

Options options_of(std::wstring_view command_line) {
  const std::vector<Word> words = words_of(command_line);
  Options options;
  std::size_t at = 1;
  const auto value = [&]() -> const std::wstring& {
    if (++at >= words.size()) throw UsageError(utf8(words[at - 1].text) + " needs a value");
    return words[at].text;
  };
  for (; at < words.size() && words[at].text.starts_with(L"--"); ++at) {
    const std::wstring& word = words[at].text;
    if (word == L"--time-limit") {
      options.limit = milliseconds_of(value());
    } else if (word == L"--grace") {
      options.grace = milliseconds_of(value());
    } else if (word == L"--report") {
      options.report = value();
    } else if (word == L"--unix") {
      options.for_unix = true;
    } else if (word == L"--") {
      ++at;
      break;
    } else {
      throw UsageError("unknown option '" + utf8(word) + "'");
    }
  }
  if (at >= words.size()) throw UsageError("which program?");
  options.program = words[at].text;
  options.command_line = command_line.substr(words[at].begin);
  return options;
}

}  // namespace harness::windows
