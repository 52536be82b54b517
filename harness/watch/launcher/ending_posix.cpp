#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "watch/launcher/ending.hpp"

namespace harness::watch {

const Ending killed_ending = Killed{SIGKILL};

Ending passed_on(const Ending& ending, bool) {
  return ending;
}

int end_with(const Ending& ending) {
  const Killed* const killed = std::get_if<Killed>(&ending);
  if (killed == nullptr) return static_cast<int>(std::get<Exited>(ending).status);
  const rlimit no_core{};
  ::setrlimit(RLIMIT_CORE, &no_core);
  ::signal(killed->signal, SIG_DFL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, killed->signal);
  ::kill(::getpid(), killed->signal);
  ::sigprocmask(SIG_UNBLOCK, &only, nullptr);
  return 128 + killed->signal;
}

}  // namespace harness::watch
