#include <cstring>

#include "model/signals.hpp"

namespace harness {

const char* abbreviation_of(int signal) {
  return ::sigabbrev_np(signal);
}

}  // namespace harness
