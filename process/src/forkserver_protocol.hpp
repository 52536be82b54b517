#pragma once

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include <exeunt/platform.hpp>

#include "file_transfer.hpp"

namespace exeunt::detail {

// How this works. The owner and its server share a pair of packet sockets and take turns: a request, a reply.
//
//   request: RequestHead, then what write_prelude() wrote; attached: the descriptors that cross.
//            Where that is too long for a packet it is in a file, and that file's descriptor is attached
//            first.
//   reply:   ForkReply; attached: a pidfd of the child, where there is such a thing; with `relayed`, also the
//            socket that its status will come by.
//
// The child is made with CLONE_PARENT, so it is the owner's child like any other: the owner waits for it, its
// getppid() is the owner, and the server has no part in its end. Where the kernel does not allow that, or is
// another one, the server forks it, waits for it and relays the status.
//
// The pid of an owner's child stands in memory that owner and server share, from the moment that it exists,
// and the owner keeps a descriptor free for its handle. So whenever the server dies, start() either has the
// child or there is none. A child that is relayed waits at a gate in that memory until the owner has its
// handle: when the server dies before that, it ends without having begun.
//
// The server ends when the owner closes its socket or dies, whichever it sees. A forked child of the owner
// has a copy of the socket and closes it first of all; one that was forked by other means may keep it, so the
// server watches the owner itself as well.

enum class RequestForm : char { in_packet, in_file };

struct RequestHead {
  RequestForm form;
  std::uint32_t round;  ///< of the gate
  std::uint32_t files;  ///< attached
};

/// What crosses as descriptors with one request.
inline constexpr std::size_t most_files_in_request = most_files_in_packet - 1;

/// A mask of signals as the server's command line carries it.
inline unsigned long number_of_mask(const sigset_t& mask) {
  unsigned long number = 0;
  std::memcpy(&number, &mask, std::min(sizeof number, sizeof mask));
  return number;
}
inline sigset_t mask_of_number(unsigned long number) {
  sigset_t mask;
  sigemptyset(&mask);
  std::memcpy(&mask, &number, std::min(sizeof number, sizeof mask));
  return mask;
}

struct ForkReply {
  pid_type pid;
  int error;    ///< errno of fork; 0 when there is a child
  int relayed;  ///< 1: the server is the child's parent
};

}  // namespace exeunt::detail
