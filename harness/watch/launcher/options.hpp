#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "support/errors.hpp"

namespace harness::watch {

/// One word of the launcher's command line, in UTF-8.
struct Word {
  std::string text;
  std::string line{};  ///< from here on, as it was given; where the platform has a line (Windows)
};

/// What the launcher is asked for.
struct Options {
  std::vector<std::string> program{};                ///< the file to run, and its arguments
  std::string command_line{};                        ///< the same as a line, where the platform has one
  std::optional<std::chrono::milliseconds> limit{};  ///< of the whole run
  std::chrono::milliseconds grace{700};              ///< for processes that outlive the program
  std::filesystem::path report{};                    ///< empty: no report
  std::vector<std::string> helper_marks{};
  bool for_unix = false;  ///< on Windows: the caller is a Unix program
};

std::string usage();

/// @param words  behind the launcher's own name.
/// @param options  what holds where nothing else is said.
/// @throws  UsageError
Options options_of(std::span<const Word> words, Options options = {});

/// What its own platform has besides: sentences for the usage, and a word that needs no value.
extern const char* const usage_of_this_platform;
bool take_word_of_this_platform(const std::string& word, Options& options);

}  // namespace harness::watch
