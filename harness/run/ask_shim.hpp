#pragma once

#include <filesystem>
#include <string>

#include "run/launcher.hpp"
#include "wire/orders.hpp"

namespace harness {

/// What a shim, started for this alone, finds out about the host.
/// @throws CannotJudge where it cannot be started, or ends too soon.
wire::Greeting ask_shim(const std::filesystem::path& shim, Isolation isolation, const std::string& base);

}  // namespace harness
