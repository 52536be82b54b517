#pragma once

#include <optional>
#include <string>

#include "latency/measurement.hpp"

namespace bench {

inline constexpr const char* unit_name = "vfork + exec + waitpid";

/// What a start method is compared with, and what it shall reach in which build of the subject.
std::string floor_of(const std::string& method);
std::optional<Target> target_of(const std::string& method, const std::string& build);

}  // namespace bench
