#include "run/ask_shim.hpp"

#include <poll.h>

#include <cerrno>

#include "model/ending.hpp"
#include "support/errors.hpp"
#include "wire/message.hpp"

namespace harness {

wire::Greeting ask_shim(ShimProcess& shim) {
  wire::Greeting greeting;
  bool greeted = false;
  wire::MessageStream messages;
  while (!greeted) {
    pollfd readable{shim.control.get(), POLLIN, 0};
    if (::poll(&readable, 1, -1) < 0 && errno != EINTR) break;
    const bool there = messages.read_from(shim.control.get(), [&](std::string_view message) {
      greeting = wire::decode_greeting(message);
      greeted = true;
    });
    if (!there) break;
  }
  if (greeted && greeting.trouble.empty()) return greeting;
  const int status = end_shim(shim);
  if (greeted) throw CannotJudge(greeting.trouble);
  throw CannotJudge("the shim ended with " + to_string(ending_of(status)) + " before it was ready");
}

}  // namespace harness
