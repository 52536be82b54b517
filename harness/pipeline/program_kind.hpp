#pragma once

#include <filesystem>
#include <string>

namespace harness {

/// What a program is made for, as its file says: "x86_64, static", "i386, ld-linux.so.2", "aarch64, static",
/// "windows"; "script" for one that begins with #!. Empty where there is no such file, or it is something
/// else.
std::string program_kind(const std::filesystem::path& program);

}  // namespace harness
