#pragma once

#include "record/json.hpp"
#include "record/platform.hpp"

namespace harness {

Json to_json(const Platform& platform);
/// @throws Json::exception for what is no platform.
Platform platform_of(const Json& object);

}  // namespace harness
