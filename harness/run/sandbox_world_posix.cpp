// The sandbox: how this works.
//
// harness --(clone)--> bubblewrap, as a user without rights
//                        `--> the shim, process 1 of the sandbox --> the program, and whatever that starts
//
// Descriptor 3 of the shim is its socket to the harness, 4 its own program: inside it has no path. bubblewrap
// passes both on and keeps neither. The order waits in the socket until the shim reads it. When the run is
// over the shim reports and ends, and with process 1 everything in there; then bubblewrap ends, which is what
// the harness waits for. When the harness ends, however it does, the socket closes and bubblewrap's
// --die-with-parent acts: either is enough.
//
// What breaks the sandbox: a descriptor without close-on-exec, a shim that may be looked into (its children
// would answer the harness in its place), the filter installed before the shim has attached, a file system
// that is mounted writable without a size.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "run/sandbox_world.hpp"
#include "run/system_call_filter.hpp"
#include "support/errors.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

// The user of a sandbox is another one than root: what is closed to others cannot be shown to it.
void refuse_what_is_closed(const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  fs::path so_far;
  for (const fs::path& part : whole) {
    so_far /= part;
    struct stat status {};
    if (::stat(so_far.c_str(), &status) != 0) return;  // bubblewrap says why
    const mode_t wanted = S_ISDIR(status.st_mode) ? S_IXOTH : S_IROTH;
    if ((status.st_mode & wanted) != 0) continue;
    throw CannotJudge(
        "cannot show " + whole.string() + " in a sandbox: " + so_far.string() +
        " is closed to other users; open it (chmod o+rx), or copy what is to be shown elsewhere");
  }
}

}  // namespace

SandboxWorld::SandboxWorld(std::filesystem::path shim)
    : shim_(std::move(shim)), bwrap_(find_program("bwrap")), folders_(system_folders()) {}

SandboxWorld::~SandboxWorld() {
  reap(true);
  for (std::size_t number = 0; number < places_.size(); ++number) {
    places_[number].nursery.reset();
    groups_.remove(std::to_string(number));
  }
}

std::size_t SandboxWorld::free_number() const {
  const auto free = std::find_if(places_.begin(), places_.end(), [](const Place& one) { return !one.taken; });
  return static_cast<std::size_t>(free - places_.begin());
}

SandboxWorld::Place& SandboxWorld::place(std::size_t number) {
  if (number == places_.size()) {
    Place& made = places_.emplace_back();
    const std::vector<std::string> files = groups_.make(std::to_string(number));
    if (!files.empty()) made.nursery = std::make_unique<Nursery>(files);
  }
  return places_.at(number);
}

// As root, bubblewrap would be no sandbox: the program would stay the host's user 0.
StartedShim SandboxWorld::start(const SandboxPolicy& policy) {
  const std::size_t number = free_number();
  Place& own = place(number);
  if (own.nursery && own.limits != policy.limits) {
    groups_.limit(std::to_string(number), policy.limits);
    own.limits = policy.limits;
  }
  SandboxEntry entry;
  entry.command = bubblewrap_command(bwrap_, policy, folders_, confined_shim_command(sandbox_base));
  if (::geteuid() == 0) entry.user = first_user + static_cast<uid_t>(number);
  for (const Bind& bind : policy.visible) {
    if (entry.user) refuse_what_is_closed(bind.source);
  }
  entry.nursery = own.nursery.get();
  ShimProcess shim = launch_confined_shim(shim_, entry);
  own.taken = true;
  numbers_[shim.pid] = number;
  return {std::move(shim)};
}

bool SandboxWorld::ran_out_of_memory(const StartedShim& shim) {
  const std::size_t number = numbers_.at(shim.process.pid);
  Place& own = places_.at(number);
  if (!own.nursery) return false;
  const std::uint64_t killed = groups_.killed_for_memory(std::to_string(number));
  return std::exchange(own.killed_for_memory, killed) != killed;
}

wire::Confinement SandboxWorld::confinement(const SandboxPolicy& policy) {
  std::string& filter = filters_[policy.may_trace];
  if (filter.empty()) filter = system_call_filter(policy.may_trace);
  return {policy.limits, filter, policy.copied_in, policy.take_out};
}

void SandboxWorld::let_end(StartedShim shim) {
  ending_.push_back(shim.process.pid);
}

void SandboxWorld::reap(bool wait) {
  std::erase_if(ending_, [&](pid_t pid) {
    pid_t reaped = 0;
    do {
      reaped = ::waitpid(pid, nullptr, wait ? 0 : WNOHANG);
    } while (reaped < 0 && errno == EINTR);
    if (reaped == 0) return false;
    places_.at(numbers_.at(pid)).taken = false;
    numbers_.erase(pid);
    return true;
  });
}

}  // namespace harness
