#include <pthread.h>

#include "threads.hpp"

namespace exeunt::detail {

bool may_have_threads() noexcept {
  return ::pthread_is_threaded_np() != 0;
}

bool is_alone() noexcept {
  return !may_have_threads();
}

}  // namespace exeunt::detail
