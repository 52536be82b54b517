#include <signal.h>

#include "streams.hpp"

namespace exeunt::detail {

void ignore_broken_pipes() noexcept {
  struct sigaction old = {};
  struct sigaction ignoring = {};
  ignoring.sa_handler = SIG_IGN;
  const bool set = ::sigaction(SIGPIPE, &ignoring, &old) == 0;
  if (set && old.sa_handler != SIG_DFL && old.sa_handler != SIG_IGN) ::sigaction(SIGPIPE, &old, nullptr);
}

}  // namespace exeunt::detail
