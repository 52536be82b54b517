#pragma once

#include "json/json.hpp"
#include "model/process.hpp"

namespace harness {

/// What an object with a key `end` says of how a process ended. @throws Json::exception, CannotJudge
Ending ending_from(const Json& object);

/// A process from its object: `id`, `argv`, `end`, `fate` and `helper` must be there, each null where it is
/// not known; the rest may be. @throws Json::exception, CannotJudge
Process process_of(const Json& object);

}  // namespace harness
