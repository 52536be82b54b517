#pragma once

#include <string>

#include "model/observation.hpp"

namespace harness {

/// What `exeunt watch --html` writes: a page that needs nothing beside itself, no script and no network.
std::string watch_page(const Observation& seen, std::size_t most = 400);

}  // namespace harness
