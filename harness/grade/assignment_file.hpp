#pragma once

#include <filesystem>

#include "grade/assignment.hpp"
#include "suite/suite.hpp"

namespace harness {

/// Reads an assignment, with the goldens it names looked at: what is wrong is told before anything is graded.
/// @param suite  where the scenarios lie that items name.
/// @throws BadSettings "FILE:LINE: KEY: what and why", BadGolden, CannotJudge where a file cannot be read.
Assignment read_assignment(const std::filesystem::path& file, const SuitePaths& suite);

/// Writes a commented assignment with one golden and a model solution into `folder`, which is made where it
/// is missing. @throws CannotJudge where one of the files is there already: nothing is overwritten.
std::vector<std::filesystem::path> write_first_assignment(const std::filesystem::path& folder);

}  // namespace harness
