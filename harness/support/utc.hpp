#pragma once

#include <ctime>
#include <string>

namespace harness {

/// A moment in UTC, in the form that strftime() documents, up to 63 bytes; empty for a year that it cannot
/// express.
std::string utc_text(std::time_t moment, const char* form);

/// The present moment as RFC 3339 has it: "2030-01-02T03:04:05Z".
std::string now_as_text();

}  // namespace harness
