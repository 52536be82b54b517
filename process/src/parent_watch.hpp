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

/// Has `ended` opened again where the program has closed it. Needs the lock.
/// @throws  std::system_error  EBADF when that cannot be.
void restore(ParentWatch& watch);

}  // namespace exeunt::detail
