#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/sandbox.hpp"

namespace harness {

/// A top folder of this host that system programs expect, and what it is: a link on a host with a merged
/// /usr.
struct SystemFolder {
  std::string path{};         ///< "/lib64"
  std::string link_target{};  ///< "usr/lib64"; empty: a folder
  bool operator==(const SystemFolder&) const = default;
};

/// Those of this host.
std::vector<SystemFolder> system_folders();

/// Where the working folder of a sandbox lies; its parent is the file system that disk_bytes limits.
constexpr const char* sandbox_base = "/tmp";

/// The command line of bubblewrap that makes the policy's world and starts `program` in it as process 1.
/// @param bwrap    The bubblewrap program.
/// @param program  Command line inside.
std::vector<std::string> bubblewrap_command(const std::filesystem::path& bwrap, const SandboxPolicy& policy,
                                            const std::vector<SystemFolder>& folders,
                                            const std::vector<std::string>& program);

}  // namespace harness
