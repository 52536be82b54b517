#pragma once

#include <span>
#include <string_view>

namespace exeunt {

/// How a process comes into being.
enum class StartMethod {
  fork,        ///< A copy of its creator. Closures and every argument cross.
  spawn,       ///< The same executable, started afresh.
  forkserver,  ///< A copy of a small single-threaded server, which is the same executable started afresh.
};

/// The start methods of this platform, its default first.
/// @see  multiprocessing.get_all_start_methods; docs/semantics.md, parts H and I
std::span<const StartMethod> all_start_methods();

/// The start method of this process. Asking fixes it, as the first start() does: from then on
/// set_start_method() needs `force`. In a child it is the method that made the child.
///
/// @return  the method set; else that of the environment variable EXEUNT_START_METHOD; else the default.
/// @throws  ValueError  when EXEUNT_START_METHOD names no method of this platform.
/// @see     multiprocessing.get_start_method
StartMethod get_start_method();

/// Chooses how processes are started from now on. Safe from several threads.
///
/// @throws  RuntimeError  "context has already been set", unless `force`.
/// @throws  ValueError    when this platform has no such method.
/// @see     multiprocessing.set_start_method
void set_start_method(StartMethod method, bool force = false);

/// "fork", "spawn" or "forkserver".
std::string_view to_string(StartMethod method);

/// The method of that name.
/// @throws  ValueError  "cannot find context for 'NAME'".
StartMethod start_method_named(std::string_view name);

}  // namespace exeunt
