#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "grade/assignment.hpp"
#include "model/verdict.hpp"

namespace harness {

/// How taking a submission in went.
struct Intake {
  std::vector<std::string> left_out{};  ///< links, special files and unfit names, a sentence each; escaped
  Judgement refused{};                  ///< a pass where it was taken in
  std::string digest{};                 ///< of the names and contents that were taken
};

/// Puts a copy of what was handed in into the new folder `into`: regular files and folders, nothing else.
/// Folders are read without following a link, archives (zip, tar, tar.gz) unpacked. Links, devices, pipes and
/// names that cannot be written are left out; a name that leads out of the folder refuses the whole, as does
/// what is larger, deeper or more numerous than `limits` allow. A single file is a submission of one file.
/// Where everything lies in one folder in the archive, that folder is the submission.
/// @throws CannotJudge where `into` cannot be written.
Intake take_in(const std::filesystem::path& submission, const std::filesystem::path& into,
               const SubmissionLimits& limits);

/// Puts the instructor's files over the submission's.
/// @throws CannotJudge
void put_provided(const std::vector<ProvidedFile>& files, const std::filesystem::path& into);

}  // namespace harness
