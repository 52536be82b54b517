#include "run/ask_shim.hpp"

#include <poll.h>

#include <cerrno>

#include "model/ending.hpp"
#include "support/errors.hpp"
#include "wire/message.hpp"

namespace harness {

AskedShim ask_shim(const std::filesystem::path& program, Isolation isolation, const std::string& base,
                   bool probe) {
  AskedShim shim{launch_shim(program, isolation, base, probe), {}};
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
  if (greeted) return shim;
  const int status = end_shim(shim.process);
  throw CannotJudge("the shim (" + program.string() + ") ended with " + to_string(ending_of(status)) +
                    " before it was ready");
}

}  // namespace harness
