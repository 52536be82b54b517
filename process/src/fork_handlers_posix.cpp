#include "fork_handlers.hpp"

#include <pthread.h>

namespace exeunt::detail {

int register_fork_handlers(void (*prepare)(), void (*parent)(), void (*child)()) noexcept {
  return ::pthread_atfork(prepare, parent, child);
}

}  // namespace exeunt::detail
