#include <csignal>

#include "model/signals.hpp"

namespace harness {

// Those that CPython takes a status for.
const char* abbreviation_of(int signal) {
  if (signal == SIGTERM) return "TERM";
  return signal == SIGINT ? "INT" : nullptr;
}

}  // namespace harness
