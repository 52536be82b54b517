#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace harness {

/// The interpreter of this name that judges the twins: the first on $PATH that is a program and not a wrapper
/// script, whose own processes would stand in every tree. Nothing where there is none.
std::optional<std::filesystem::path> find_python(std::string_view name);

/// Whether the file is an executable program, not a script. Links are followed.
bool is_program(const std::filesystem::path& file);

}  // namespace harness
