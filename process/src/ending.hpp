#pragma once

#include <optional>
#include <string>

namespace exeunt::detail {

/// How a body of code ended, and what is to be said about it on stderr.
struct Ending {
  int status = 0;
  bool interrupted = false;              ///< by SIGINT, uncaught
  std::optional<std::string> message{};  ///< the text of exit("text")
  std::string error{};                   ///< what was uncaught, one line an exception
};

/// Runs it and catches whatever it throws.
Ending run_to_its_end(void (*body)(void*), void* argument);

template <class Body>
Ending run_to_its_end(Body body) {
  return run_to_its_end([](void* argument) { (*static_cast<Body*>(argument))(); }, &body);
}

/// `TYPE: what()` of the exception being handled; TYPE alone where there is no text.
std::string describe_current_exception();

/// As one piece.
void write_to_stderr(const std::string& text) noexcept;

}  // namespace exeunt::detail
