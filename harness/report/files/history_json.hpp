#pragma once

#include <vector>

#include "record/json.hpp"
#include "record/run_history.hpp"

namespace harness {

/// `{"format":1,"variants":[{"scenario",…,"stdio","runs","failed","flake_rate","still_failing","bad":{…},
/// "records":[{"started","outcomes":"passed","median_ms"}]}]}`
Json history_json(const std::vector<RunHistory>& histories);

}  // namespace harness
