#pragma once

#include <filesystem>
#include <string>

namespace harness {

/// Whether the file can be executed by this user.
bool executable(const std::filesystem::path& file);

/// The program that a shell would execute for this word: looked up in $PATH where it has no '/'; absolute.
/// @throws CannotJudge telling why there is none.
std::filesystem::path find_program(const std::string& word);

/// Whether this file is text without a "#!", which the kernel does not execute and a shell reads itself.
bool is_for_the_shell(const std::filesystem::path& program);

}  // namespace harness
