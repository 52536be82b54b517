#include "threads.hpp"

// Of the C library: not zero once there has been a second thread.
extern "C" int __isthreaded;

namespace exeunt::detail {

bool may_have_threads() noexcept {
  return __isthreaded != 0;
}

bool is_alone() noexcept {
  return !may_have_threads();
}

}  // namespace exeunt::detail
