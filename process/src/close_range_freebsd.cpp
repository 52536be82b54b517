#include <unistd.h>

#include "launch_plan.hpp"

namespace exeunt::detail {

bool close_range_of(unsigned first, unsigned last) noexcept {
  return ::close_range(first, last, 0) == 0;
}

}  // namespace exeunt::detail
