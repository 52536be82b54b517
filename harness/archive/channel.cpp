#include "archive/channel.hpp"

#include <poll.h>

#include <string_view>
#include <utility>

namespace harness {

std::optional<ArchiveMessage> ArchiveChannel::receive() {
  while (received_.empty()) {
    pollfd readable{socket_, POLLIN, 0};
    (void)::poll(&readable, 1, -1);
    const bool open =
        stream_.read_from(socket_, [this](std::string_view bytes) { received_.push(decoded(bytes)); });
    if (!open && received_.empty()) return std::nullopt;
  }
  ArchiveMessage message = std::move(received_.front());
  received_.pop();
  return message;
}

bool ArchiveChannel::send(const ArchiveMessage& message) const {
  return wire::send_message(socket_, encoded(message));
}

}  // namespace harness
