#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace harness::wire {

/// Sends one message over a stream socket, its length first; waits while the other end is slow.
/// @return false when the other end is gone.
bool send_message(int socket, std::string_view message);

/// Cuts the bytes of a stream socket into messages.
class MessageStream {
 public:
  /// Reads what is there, without waiting, and hands every whole message to `receive`.
  /// @return false when the other end is gone.
  bool read_from(int socket, const std::function<void(std::string_view)>& receive);

 private:
  void hand_over(const std::function<void(std::string_view)>& receive);

  std::string buffer_;
};

}  // namespace harness::wire
