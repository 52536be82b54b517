#pragma once

#include "model/process.hpp"
#include "record/json.hpp"

namespace harness {

Json to_json(const Process& process);
/// @throws CannotJudge, Json::exception for what is no process.
Process process_of(const Json& object);

/// The ending that stands under the key "end", a core dump under its own. @throws CannotJudge,
/// Json::exception
Ending ending_at(const Json& object);

}  // namespace harness
