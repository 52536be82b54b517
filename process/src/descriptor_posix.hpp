#pragma once

#include <array>

#include "descriptor.hpp"

namespace exeunt::detail {

/// The same open file under a number above those of stdin, stdout and stderr, which a program may have
/// closed; close-on-exec. Empty, with errno set, when that cannot be.
UniqueFd above_stdio(UniqueFd handle) noexcept;

/// Both ends close-on-exec. @throws std::system_error naming `step`.
struct DescriptorPair {
  UniqueFd first, second;
};
DescriptorPair make_pipe(const char* step);  ///< first is read, second written
DescriptorPair make_socket_pair(int type, const char* step);

/// pipe(), and socketpair() of local sockets; close-on-exec.
using Ends = std::array<int, 2>;
int open_pipe(Ends& ends) noexcept;
int open_sockets(int type, Ends& ends) noexcept;

void set_close_on_exec(native_handle handle);

/// What reads as empty: the null device, or, in a place without devices, a pipe without a writer.
/// @throws  std::system_error
UniqueFd open_null_input();

/// stdin is a copy of `null` from now on, and with `forget` what was buffered of the old one is forgotten.
void replace_stdin(native_handle null, bool forget) noexcept;

}  // namespace exeunt::detail
