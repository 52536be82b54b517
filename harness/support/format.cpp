#include "support/format.hpp"

#include <fmt/format.h>

namespace harness {

std::string format_arguments(fmt::string_view form, fmt::format_args arguments) {
  return fmt::vformat(form, arguments);
}

}  // namespace harness
