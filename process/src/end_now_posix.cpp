#include <unistd.h>

#include "end_now.hpp"

namespace exeunt::detail {

void end_now(int status) noexcept {
  ::_exit(status);
}

}  // namespace exeunt::detail
