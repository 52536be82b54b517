#pragma once

#include <exeunt/parent_process.hpp>

#include "descriptor.hpp"

namespace exeunt::detail {

struct ProcessState;

/// The creator of this process: what it was called stands in the process's own state.
struct ParentWatch {
  const ProcessState* self = nullptr;
  UniqueFd ended{};  ///< becomes ready at its end
};

}  // namespace exeunt::detail
