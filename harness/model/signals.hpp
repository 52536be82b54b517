#pragma once

namespace harness {

/// "TERM" of SIGTERM; nullptr where this system has no such signal, or no name for it.
const char* abbreviation_of(int signal);

}  // namespace harness
