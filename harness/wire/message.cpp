#include "wire/message.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace harness::wire {
namespace {

using Length = std::uint64_t;

void wait_until_writable(int socket) {
  pollfd writable{socket, POLLOUT, 0};
  (void)::poll(&writable, 1, -1);
}

}  // namespace

bool send_message(int socket, std::string_view message) {
  Length length = message.size();
  std::string_view header(reinterpret_cast<const char*>(&length), sizeof length);
  while (!header.empty() || !message.empty()) {
    std::array<iovec, 2> parts{iovec{const_cast<char*>(header.data()), header.size()},
                               iovec{const_cast<char*>(message.data()), message.size()}};
    msghdr whole{};
    whole.msg_iov = parts.data();
    whole.msg_iovlen = parts.size();
    const ssize_t sent = ::sendmsg(socket, &whole, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno == EAGAIN) {
      wait_until_writable(socket);
      continue;
    }
    if (sent < 0) return false;
    const std::size_t of_header = std::min(header.size(), static_cast<std::size_t>(sent));
    header.remove_prefix(of_header);
    message.remove_prefix(static_cast<std::size_t>(sent) - of_header);
  }
  return true;
}

bool MessageStream::read_from(int socket, const std::function<void(std::string_view)>& receive) {
  std::array<char, 65536> chunk;
  while (true) {
    const ssize_t count = ::recv(socket, chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) break;
    if (count <= 0) return false;
    buffer_.append(chunk.data(), static_cast<std::size_t>(count));
    if (static_cast<std::size_t>(count) < chunk.size()) break;
  }
  hand_over(receive);
  return true;
}

void MessageStream::hand_over(const std::function<void(std::string_view)>& receive) {
  std::size_t at = 0;
  while (buffer_.size() - at >= sizeof(Length)) {
    Length length = 0;
    std::memcpy(&length, buffer_.data() + at, sizeof length);
    if (buffer_.size() - at - sizeof length < length) break;
    const std::string message = buffer_.substr(at + sizeof length, length);
    at += sizeof length + length;
    receive(message);
  }
  buffer_.erase(0, at);
}

}  // namespace harness::wire
