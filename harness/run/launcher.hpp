#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "support/unique_fd.hpp"

namespace harness {

/// How much of a world of its own a shim gets.
enum class Isolation {
  in_place,    ///< a child subreaper in the harness's own session, with its standard streams
  namespaces,  ///< process 1 of a pid namespace, with its own /proc and /dev/shm
  none,        ///< a child subreaper among all other processes
};

struct ShimProcess {
  pid_t pid = -1;
  UniqueFd control;  ///< stream socket to it; closing it ends the shim and everything it runs
};

/// Starts the shim without copying any of the harness's memory.
/// @param base  With Isolation::none: a folder of this shim's own.
/// @param probe  The shim finds out first which levels of observation work.
/// @throws CannotJudge with the step that failed and why; no process is left.
ShimProcess launch_shim(const std::filesystem::path& shim, Isolation isolation, const std::string& base,
                        bool probe);

/// Why shims cannot have namespaces of their own here, found by trying; empty: they can.
std::string why_no_namespaces(const std::filesystem::path& shim);

}  // namespace harness
