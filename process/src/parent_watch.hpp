#pragma once

#include <string>

#include <exeunt/parent_process.hpp>

#include "descriptor.hpp"

namespace exeunt::detail {

/// The creator of this process and a handle that becomes ready at its end.
struct ParentWatch {
  std::string name;
  pid_type pid;
  UniqueFd ended;
};

}  // namespace exeunt::detail
