#pragma once

#include <vector>

#include "grade/formats.hpp"

namespace harness {

/// The forms of learning platforms.
std::vector<FormatFile> gradescope_files(const SubmissionResult& result);
std::vector<FormatFile> prairielearn_files(const SubmissionResult& result);
std::vector<FormatFile> autolab_files(const SubmissionResult& result);
std::vector<FormatFile> submitty_files(const SubmissionResult& result);
std::vector<FormatFile> coderunner_files(const SubmissionResult& result);
std::vector<FormatFile> vpl_files(const SubmissionResult& result);

/// The forms of build servers.
std::vector<FormatFile> github_classroom_files(const SubmissionResult& result);
std::vector<FormatFile> junit_files(const SubmissionResult& result);
std::vector<FormatFile> artemis_files(const SubmissionResult& result);

}  // namespace harness
