#pragma once

#include <filesystem>
#include <string>

#include "run/launcher.hpp"
#include "wire/orders.hpp"

namespace harness {

/// A shim that waits for orders, and what it found out about the host.
struct AskedShim {
  ShimProcess process;
  wire::Greeting greeting;
};

/// Starts a shim and waits until it is ready.
/// @param probe  It finds out first which levels of observation work; else it says nothing of them.
/// @throws CannotJudge where it cannot be started, or ends too soon.
AskedShim ask_shim(const std::filesystem::path& shim, Isolation isolation, const std::string& base,
                   bool probe);

}  // namespace harness
