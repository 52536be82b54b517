#include "run/ask_shim.hpp"

#include <poll.h>
#include <sys/wait.h>

#include <cerrno>
#include <optional>

#include "model/ending.hpp"
#include "support/errors.hpp"
#include "wire/message.hpp"

namespace harness {

wire::Greeting ask_shim(const std::filesystem::path& program, Isolation isolation, const std::string& base) {
  ShimProcess shim = launch_shim(program, isolation, base, true);
  std::optional<wire::Greeting> greeting;
  wire::MessageStream messages;
  while (!greeting) {
    pollfd readable{shim.control.get(), POLLIN, 0};
    if (::poll(&readable, 1, -1) < 0 && errno != EINTR) break;
    const bool there = messages.read_from(
        shim.control.get(), [&](std::string_view message) { greeting = wire::decode_greeting(message); });
    if (!there) break;
  }
  shim.control.reset();
  int status = 0;
  while (::waitpid(shim.pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (greeting) return *greeting;
  throw CannotJudge("the shim (" + program.string() + ") ended with " + to_string(ending_of(status)) +
                    " before it was ready");
}

}  // namespace harness
