#pragma once

#include <map>
#include <string>
#include <vector>

namespace harness {

/// On what results were made: what may explain that two files differ. Unknown is empty.
struct Platform {
  std::string os{};            ///< "linux"
  std::string distribution{};  ///< "Debian GNU/Linux 12 (bookworm)"
  std::string kernel{};        ///< "6.1.0-18-amd64"
  std::string architecture{};  ///< "x86_64"
  std::string libc{};          ///< "glibc 2.36"
  std::string compiler{};      ///< that built the harness: "GCC 12.2.0"
  std::string build_type{};
  int cpus = 0;                      ///< that this process may use
  std::vector<std::string> marks{};  ///< of containers and sandboxes: "docker", "user namespace", "seccomp"
  /// What is set of a few variables that may explain a difference; never the whole environment.
  std::map<std::string, std::string> environment{};
  bool operator==(const Platform&) const = default;
};

Platform this_platform();

}  // namespace harness
