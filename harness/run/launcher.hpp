#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "run/nursery.hpp"
#include "support/unique_fd.hpp"

namespace harness {

struct ShimProcess {
  pid_t pid = -1;
  UniqueFd control;  ///< stream socket to it; closing it ends the shim and everything it runs
  UniqueFd log{};    ///< of a shim in a sandbox: a file with what it and bubblewrap complained of
};

/// Starts a shim in this process's own session, with its standard streams and what else it inherited: a child
/// subreaper, which finds out first which levels of observation work. None of this process's memory is
/// copied.
/// @param shim  The exeunt-shim program.
/// @throws CannotJudge with the step that failed and why; no process is left.
ShimProcess launch_shim_in_place(const std::filesystem::path& shim);

/// Ends a shim and everything it runs, and waits for it. @return its status as of waitpid()
int end_shim(ShimProcess& shim);

/// How a shim gets into a sandbox.
struct SandboxEntry {
  std::vector<std::string> command;  ///< makes the sandbox and starts confined_shim_command() in it
  std::optional<uid_t> user;         ///< becomes this user and group first; nothing: stays who it is
  Nursery* nursery = nullptr;        ///< in whose control groups it starts; nullptr: in this process's
};

/// The command line of the shim inside a sandbox. It comes in as an open file: nothing has to be mounted.
/// @param base  The folder inside below which the program works.
std::vector<std::string> confined_shim_command(const std::string& base);

/// Starts the shim inside a sandbox, as process `pid`'s descendant: the pid is that of the outermost process.
/// Whether the sandbox came about shows in whether the shim greets.
/// @throws CannotJudge with the step that failed and why; no process is left.
ShimProcess launch_confined_shim(const std::filesystem::path& shim, const SandboxEntry& entry);

/// What a shim in a sandbox, or what was to become one, complained of; ends without a newline.
std::string complaints(const ShimProcess& shim);

}  // namespace harness
