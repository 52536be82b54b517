#pragma once

#include "watch/launcher/options.hpp"
#include "wire/orders.hpp"

namespace harness::watch {

/// Runs the program until it and everything it has started have ended or are killed. What it writes reaches
/// the standard streams.
/// @return  what was seen of it, at level job.
/// @throws  std::system_error
wire::RunReport run(const Options& options);

/// How the program ended; killed, where that was never learned.
Ending ending_of_program(const wire::RunReport& report);

}  // namespace harness::watch
