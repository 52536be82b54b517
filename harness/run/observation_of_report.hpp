#pragma once

#include <span>

#include "model/observation.hpp"
#include "run/emulators.hpp"
#include "wire/orders.hpp"

namespace harness {

/// Everything that a shim's report tells of a run, the processes included; the limits and the reason for the
/// level are the caller's to fill in.
/// @param emulators  Of what these were given to execute, that program and its arguments are told.
Observation observation_of(wire::RunReport report, std::span<const Emulator> emulators = {});

}  // namespace harness
