#pragma once

namespace harness {

/// How the program under observation starts its processes; given to it as $EXEUNT_START_METHOD.
enum class StartMethod { fork, spawn, forkserver };

}  // namespace harness
