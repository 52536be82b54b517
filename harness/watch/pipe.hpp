#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <array>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness::watch {

struct Pipe {
  UniqueFd reader;
  UniqueFd writer;
};

/// Both ends are closed on exec. @throws CannotJudge
inline Pipe open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_errno("pipe2");
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

}  // namespace harness::watch
