#pragma once

#include <filesystem>

namespace harness {

/// A program that belongs to this one: beside it where it was built, in a folder of its own where it was
/// installed; `built` where it is in neither place.
std::filesystem::path companion(const std::filesystem::path& name, const std::filesystem::path& built);

}  // namespace harness
