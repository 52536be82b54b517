#pragma once

#include <filesystem>
#include <optional>

#include "grade/result.hpp"
#include "record/json.hpp"

namespace harness {

/// The record of a submission: submission, score, max_score, items with name, points, max_points, verdict,
/// reason_code and message; and all else that a result holds.
Json to_json(const SubmissionResult& result);

/// The reverse. @throws CannotJudge naming `file` where it is no such record.
SubmissionResult result_of_json(std::string_view text, const std::filesystem::path& file);

}  // namespace harness
