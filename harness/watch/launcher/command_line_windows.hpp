#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "watch/launcher/options.hpp"

namespace harness::watch {

/// One argument of a command line, and where it stands in it.
struct WideWord {
  std::wstring text;
  std::size_t begin = 0;  ///< where it stands, quotes included
  bool operator==(const WideWord&) const = default;
};

/// As the C runtime divides a command line into arguments: at spaces and tabs that are not between quotes; a
/// quote behind an odd number of backslashes is one of the text, and half of the backslashes before any quote
/// are. The first word, the program, knows quotes only.
std::vector<WideWord> words_of(std::wstring_view command_line);

/// Those that stand behind the program.
std::vector<Word> words_behind_the_first(std::wstring_view command_line);

}  // namespace harness::watch
