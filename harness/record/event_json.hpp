#pragma once

#include "model/event.hpp"
#include "record/json.hpp"

namespace harness {

/// @param seq  its place among the events of its run, from 1 on.
Json to_json(const Event& event, std::size_t seq);
/// @throws CannotJudge, Json::exception for what is no event.
Event event_of(const Json& object);

}  // namespace harness
