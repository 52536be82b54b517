#pragma once

#include "sampling/sample.hpp"

namespace bench {

/// fork + _exit + waitpid.
Sample fork_exit_wait();

}  // namespace bench
