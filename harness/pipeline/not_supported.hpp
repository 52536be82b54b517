#pragma once

#include <optional>
#include <string>

#include "model/observation.hpp"

namespace harness {

/// The exit status by which somebody's program says that it does not support what is asked for.
inline constexpr int exit_not_supported = 77;

/// Why the program says that it does not support its scenario: its first line on stderr. Nothing where it did
/// not say so by its exit status.
std::optional<std::string> why_not_supported(const Observation& seen);

}  // namespace harness
