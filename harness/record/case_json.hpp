#pragma once

#include "model/case.hpp"
#include "record/json.hpp"

namespace harness {

/// A run with all that is known of it.
Json to_json(const CaseResult& result);
/// The same, without its scenario: that is for who knows the others. @throws CannotJudge, Json::exception
CaseResult result_of(const Json& object);

}  // namespace harness
