#pragma once

namespace harness {

/// What the program's standard output and error are connected to.
enum class StdioMode { pipe, tty, file };

}  // namespace harness
