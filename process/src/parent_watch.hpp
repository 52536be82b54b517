#pragma once

#include <exeunt/parent_process.hpp>

#include "known_fd.hpp"

namespace exeunt::detail {

struct ProcessState;

/// The creator of this process: what it was called stands in the process's own state.
struct ParentWatch {
  const ProcessState* self = nullptr;
  KnownFd ended{};  ///< becomes ready at its end
};

}  // namespace exeunt::detail
