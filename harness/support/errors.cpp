#include "support/errors.hpp"

#include <cerrno>
#include <system_error>

namespace harness {

std::string errno_text(const std::string& step, int error) {
  return step + ": " + std::generic_category().message(error);
}

void throw_errno(const std::string& step) {
  throw CannotJudge(errno_text(step, errno));
}

}  // namespace harness
