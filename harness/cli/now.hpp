#pragma once

#include <string>

namespace harness {

/// The present moment in UTC, as RFC 3339 has it: "2030-01-02T03:04:05Z".
std::string now_as_text();

}  // namespace harness
