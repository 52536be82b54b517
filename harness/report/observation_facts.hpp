#pragma once

#include <string>
#include <vector>

#include "model/observation.hpp"

namespace harness {

/// What a run was as a whole: "3 processes", "181 ms", "observed at level trace", and why it was stopped
/// where it did not end by itself.
std::vector<std::string> observation_facts(const Observation& seen);

/// "could not be started: exec ./x: No such file or directory"; empty where it was started.
std::string start_failure_words(const Observation& seen);

}  // namespace harness
