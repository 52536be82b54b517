#pragma once

#include "run/launcher.hpp"
#include "wire/orders.hpp"

namespace harness {

/// Waits until a shim is ready. @return what it found out about the host.
/// @throws CannotJudge where it never is; then no process is left.
wire::Greeting ask_shim(ShimProcess& shim);

}  // namespace harness
