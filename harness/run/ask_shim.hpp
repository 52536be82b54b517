#pragma once

#include "run/launcher.hpp"
#include "wire/orders.hpp"

namespace harness {

/// A shim that waits for orders, and what it found out about the host.
struct AskedShim {
  ShimProcess process;
  wire::Greeting greeting;
};

/// Waits until a shim is ready. @throws CannotJudge where it never is; then no process is left.
AskedShim ask_shim(ShimProcess shim);

}  // namespace harness
