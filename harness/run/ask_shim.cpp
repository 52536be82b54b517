#include "run/ask_shim.hpp"

#include <poll.h>

#include <cerrno>
#include <utility>

#include "model/ending.hpp"
#include "support/errors.hpp"
#include "wire/message.hpp"

namespace harness {

AskedShim ask_shim(ShimProcess process) {
  AskedShim shim{std::move(process), {}};
  bool greeted = false;
  wire::MessageStream messages;
  while (!greeted) {
    pollfd readable{shim.process.control.get(), POLLIN, 0};
    if (::poll(&readable, 1, -1) < 0 && errno != EINTR) break;
    const bool there = messages.read_from(shim.process.control.get(), [&](std::string_view message) {
      shim.greeting = wire::decode_greeting(message);
      greeted = true;
    });
    if (!there) break;
  }
  if (greeted && shim.greeting.trouble.empty()) return shim;
  const int status = end_shim(shim.process);
  if (greeted) throw CannotJudge(shim.greeting.trouble);
  throw CannotJudge("the shim ended with " + to_string(ending_of(status)) + " before it was ready");
}

}  // namespace harness
