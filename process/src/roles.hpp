#pragma once

#include <memory>

#include "this_process.hpp"

namespace exeunt::detail {

/// What argv[1] says to a process that the library has started from the executable.
inline constexpr const char* spawn_role = "--exeunt-spawn";
inline constexpr const char* forkserver_role = "--exeunt-forkserver";
inline constexpr const char* served_role =
    "--exeunt-fork-child";  ///< as long as the server's, which it replaces

/// What ps calls the server; at most 15 bytes. Its children have the program's name again.
inline constexpr const char* forkserver_name = "exeunt-server";

/// argv[0]
const char* program_name();

/// As ps shows it: the last component of the path. The launch has made it "exe".
void set_process_name(const char* path) noexcept;

/// In a process that began in main(): becomes the child that `state` stands for.
void begin_fresh_child(std::shared_ptr<ProcessState> state, StartMethod method, UniqueFd parent_ended);

/// What a spawned process does first; its arguments are in the descriptor that `argument` names.
/// @throws  RuntimeError, when they are not.
Process& begin_spawned_child(const char* argument);

/// The fork server's life. It returns never, in its children neither.
[[noreturn]] void serve_forks(char* role, const char* argument);

}  // namespace exeunt::detail
