#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace harness {

struct Exited {
  std::int64_t status = 0;  ///< 0 to 255; on Windows up to 2^32 - 1
  bool operator==(const Exited&) const = default;
};

struct Killed {
  int signal = 0;
  bool core_dumped = false;  ///< not compared
  bool operator==(const Killed& other) const { return signal == other.signal; }
};

/// How a process ended.
using Ending = std::variant<Exited, Killed>;

/// From the status that wait(2) delivers.
Ending ending_of(int wait_status);

/// "exit 1", "signal SIGTERM".
std::string to_string(const Ending& ending);

/// The reverse of to_string(), or nothing.
std::optional<Ending> parse_ending(std::string_view text);

/// "SIGTERM"; "signal 42" as "SIG42" where it has no name.
std::string signal_name(int signal);

/// The number of "SIGTERM" or "SIG42", or nothing.
std::optional<int> signal_number(std::string_view name);

}  // namespace harness
