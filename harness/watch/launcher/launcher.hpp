#pragma once

#include <iosfwd>
#include <span>

#include "watch/launcher/options.hpp"
#include "watch/launcher/process.hpp"

namespace harness::launcher {

/// @param words     of the command line, behind the launcher's own name.
/// @param defaults  what holds where they say nothing.
/// @return  the status to end with.
Status launch(std::span<const Word> words, std::ostream& errors, Options defaults = {});

}  // namespace harness::launcher
