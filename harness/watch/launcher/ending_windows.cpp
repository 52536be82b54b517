#include "watch/launcher/ending_windows.hpp"

#include <csignal>

#include "watch/launcher/ending.hpp"
#include "watch/launcher/job_windows.hpp"

namespace harness::watch {
namespace {

constexpr DWORD interrupted_status = 0xC000013A;
constexpr Exited no_zero_for_unix{255};

DWORD status_of(const Ending& ending) {
  if (const Exited* const exited = std::get_if<Exited>(&ending)) return static_cast<DWORD>(exited->status);
  return std::get<Killed>(ending).signal == SIGINT ? interrupted_status : terminated_status;
}

}  // namespace

const Ending killed_ending = Killed{SIGTERM};

Ending ending_of_status(DWORD status) {
  if (status == terminated_status) return Killed{SIGTERM};
  if (status == interrupted_status) return Killed{SIGINT};
  return Exited{status};
}

Ending passed_on(const Ending& ending, bool for_unix) {
  const DWORD status = status_of(ending);
  const bool would_be_zero = status != 0 && (status & 0xFFU) == 0;
  return for_unix && would_be_zero ? Ending(no_zero_for_unix) : ending;
}

int end_with(const Ending& ending) {
  return static_cast<int>(status_of(ending));
}

}  // namespace harness::watch
