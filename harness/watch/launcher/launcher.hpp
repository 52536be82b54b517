#pragma once

#include <iosfwd>
#include <span>

#include "model/ending.hpp"
#include "watch/launcher/options.hpp"

namespace harness::watch {

/// @param words     of the command line, behind the launcher's own name.
/// @param defaults  what holds where they say nothing.
/// @return  how to end.
Ending launch(std::span<const Word> words, std::ostream& errors, Options defaults = {});

}  // namespace harness::watch
