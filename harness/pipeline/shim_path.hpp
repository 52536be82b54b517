#pragma once

#include <filesystem>

namespace harness {

/// The exeunt-shim program: beside the running command, or where this build made it.
std::filesystem::path shim_path();

}  // namespace harness
