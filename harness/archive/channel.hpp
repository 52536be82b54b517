#pragma once

#include <optional>
#include <queue>

#include "archive/messages.hpp"
#include "wire/message.hpp"

namespace harness {

/// One end of the conversation about an archive, over a stream socket that stays its owner's.
class ArchiveChannel {
 public:
  explicit ArchiveChannel(int socket) : socket_(socket) {}

  /// The next message; waits for it. Nothing: the other side has ended. @throws wire::BadMessage
  std::optional<ArchiveMessage> receive();
  /// @return false when the other side has ended.
  bool send(const ArchiveMessage& message) const;

 private:
  int socket_;
  wire::MessageStream stream_{};
  std::queue<ArchiveMessage> received_{};
};

}  // namespace harness
