#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace harness {

/// The bytes of a file. @throws CannotJudge naming the file and the reason.
std::string read_file(const std::filesystem::path& path);

/// Writes a file as a whole or not at all: to a temporary name in the same folder, then renamed.
/// @throws CannotJudge naming the file and the reason; the temporary file is removed.
void write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace harness
