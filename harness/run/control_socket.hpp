#pragma once

#include <sys/socket.h>

#include <array>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness {

/// The number under which a shim that is not in place finds its end.
constexpr int control_fd = 3;
/// From here on nothing is written over while a shim's descriptors are put in place.
constexpr int above_those = 10;

/// What the harness and a shim talk through. @throws CannotJudge where there can be none.
struct ControlSocket {
  ControlSocket() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw_errno("socketpair");
    near.reset(ends[0]);
    far.reset(ends[1]);
  }
  UniqueFd near{};  ///< the harness's
  UniqueFd far{};   ///< the shim's
};

}  // namespace harness
