#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/sandbox.hpp"

namespace harness {

/// The layers between strangers' programs and this host, each found by trying it.
/// @param shim  The exeunt-shim program.
std::vector<SandboxLayer> sandbox_layers(const std::filesystem::path& shim);

/// Why strangers' programs must not be run here: the needed layers that are missing, and what mends them;
/// empty: they may.
std::string why_no_sandbox(const std::vector<SandboxLayer>& layers);

/// Writes what a run left into a new folder, with rights for everyone to read.
/// @throws CannotJudge where the folder exists or a file cannot be written.
void write_taken_files(const std::vector<TakenFile>& files, const std::filesystem::path& folder);

}  // namespace harness
