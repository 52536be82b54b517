#pragma once

#include <nlohmann/json.hpp>

namespace harness {

/// Objects with their keys in the order in which they are set.
using Json = nlohmann::ordered_json;

}  // namespace harness
