#pragma once

#include <cstddef>

#include <exeunt/platform.hpp>

#include "file_transfer.hpp"

namespace exeunt::detail {

// How this works. The owner and its server share a pair of packet sockets and take turns: a request, a reply.
//
//   request: one byte of form, then what write_prelude() wrote; attached: the descriptors that cross.
//            Where that is too long for a packet it is in a file, and that file's descriptor is attached
//            first.
//   reply:   ForkReply; attached: a pidfd of the child; with `relayed`, also the socket that its status
//            will come by.
//
// The child is made with CLONE_PARENT, so it is the owner's child like any other: the owner waits for it, its
// getppid() is the owner, and the server has no part in its end. Where the kernel does not allow that, the
// server forks it, waits for it and relays the status.
//
// The server ends when the owner closes its socket or dies, whichever it sees. A forked child of the owner
// has a copy of the socket and closes it first of all; one that was forked by other means may keep it, so the
// server watches the owner itself as well.

enum class RequestForm : char { in_packet, in_file };
inline constexpr std::size_t longest_request_in_packet = 32 * 1024;

/// What crosses as descriptors with one request.
inline constexpr std::size_t most_files_in_request = most_files_in_packet - 1;

struct ForkReply {
  pid_type pid;
  int error;    ///< errno of fork; 0 when there is a child
  int relayed;  ///< 1: the server is the child's parent
};

}  // namespace exeunt::detail
