#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "run/sandbox_world.hpp"
#include "run/system_call_filter.hpp"
#include "support/find_program.hpp"

namespace harness {

SandboxWorld::SandboxWorld(std::filesystem::path shim)
    : shim_(std::move(shim)), bwrap_(find_program("bwrap")), folders_(system_folders()) {}

SandboxWorld::~SandboxWorld() {
  reap(true);
}

int SandboxWorld::free_number() const {
  std::set<int> taken;
  for (const auto& [pid, made] : made_)
    taken.insert(made.number);
  int number = 0;
  while (taken.contains(number))
    ++number;
  return number;
}

// As root, bubblewrap would be no sandbox: the program would stay the host's user 0.
ShimProcess SandboxWorld::launch(const SandboxPolicy& policy) {
  const int number = free_number();
  SandboxEntry entry;
  entry.command = bubblewrap_command(bwrap_, policy, folders_, confined_shim_command(sandbox_base));
  if (::geteuid() == 0) entry.user = first_user + static_cast<uid_t>(number);
  entry.group_files = groups_.make(std::to_string(number), policy.limits);
  ShimProcess shim = launch_confined_shim(shim_, entry);
  made_[shim.pid] = {number, !entry.group_files.empty()};
  return shim;
}

bool SandboxWorld::ran_out_of_memory(pid_t pid) const {
  const auto made = made_.find(pid);
  return made != made_.end() && made->second.in_groups &&
         groups_.ran_out_of_memory(std::to_string(made->second.number));
}

wire::Confinement SandboxWorld::confinement(const SandboxPolicy& policy) {
  std::string& filter = filters_[policy.may_trace];
  if (filter.empty()) filter = system_call_filter(policy.may_trace);
  return {policy.limits, filter, policy.copied_in, policy.take_out};
}

void SandboxWorld::let_end(pid_t pid) {
  ending_.push_back(pid);
}

void SandboxWorld::reap(bool wait) {
  std::erase_if(ending_, [&](pid_t pid) {
    pid_t reaped = 0;
    do {
      reaped = ::waitpid(pid, nullptr, wait ? 0 : WNOHANG);
    } while (reaped < 0 && errno == EINTR);
    if (reaped == 0) return false;
    groups_.remove(std::to_string(made_[pid].number));
    made_.erase(pid);
    return true;
  });
}

}  // namespace harness
