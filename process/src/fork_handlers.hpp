#pragma once

namespace exeunt::detail {

/// As pthread_atfork(), for as long as the process lives: other threads fork while its static objects go,
/// too.
/// @return  an errno; 0: they are registered.
int register_fork_handlers(void (*prepare)(), void (*parent)(), void (*child)()) noexcept;

}  // namespace exeunt::detail
