#pragma once

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace harness::windows {

/// What the launcher is asked for.
struct Options {
  std::wstring program;                              ///< the file to run
  std::wstring command_line;                         ///< of the program, as it was given here
  std::optional<std::chrono::milliseconds> limit{};  ///< of the whole run
  std::chrono::milliseconds grace{700};              ///< for processes that outlive the program
  std::wstring report{};                             ///< a file; empty: no report
  bool for_unix = false;                             ///< the caller is a Unix program: see Usage
};

extern const char* const usage;

class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// @param command_line  of the launcher itself, as GetCommandLineW() gives it.
/// @throws  UsageError
Options options_of(std::wstring_view command_line);

}  // namespace harness::windows
