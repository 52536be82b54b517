#pragma once

#include <vector>

#include "run/host.hpp"

namespace harness {

/// What this host can observe and isolate, and the interpreters that judge the twins.
std::vector<HostFact> examine();

}  // namespace harness
