#include "run/shim_world.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "run/ask_shim.hpp"
#include "run/fork_shim.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr std::size_t few = 16;

}  // namespace

ShimWorld::ShimWorld(bool probe) : probe_(probe), reap_at_(few) {
  try {
    first_ = StartedShim{fork_shim(true, {}, probe), {}};
  } catch (const CannotJudge&) {
    namespaces_ = false;
  }
}

ShimWorld::~ShimWorld() {
  if (first_) let_end(*std::move(first_));
  reap(true);
}

const wire::Greeting& ShimWorld::host() {
  if (!host_) greet();
  return *host_;
}

void ShimWorld::greet() {
  if (first_) {
    try {
      host_ = ask_shim(first_->process);
      return;
    } catch (const CannotJudge&) {
      first_.reset();
      namespaces_ = false;
    }
  }
  StartedShim shim = start_without_namespaces(probe_);
  host_ = ask_shim(shim.process);
  first_ = std::move(shim);
}

StartedShim ShimWorld::start() {
  (void)host();
  if (first_) {
    StartedShim shim = *std::move(first_);
    first_.reset();
    return shim;
  }
  return namespaces_ ? StartedShim{fork_shim(true, {}, false), {}} : start_without_namespaces(false);
}

StartedShim ShimWorld::start_without_namespaces(bool probe) {
  if (!folder_) folder_.emplace();
  std::string base = (folder_->path() / std::to_string(++made_in_folder_)).string();
  if (::mkdir(base.c_str(), 0700) != 0) throw_errno("cannot make " + base);
  ShimProcess process = fork_shim(false, base, probe);
  return {std::move(process), std::move(base)};
}

// To look again only when there are twice as many keeps the looking proportional to their number.
void ShimWorld::let_end(StartedShim shim) {
  shim.process.control.reset();
  ending_.push_back({shim.process.pid, std::move(shim.base)});
  if (ending_.size() < reap_at_) return;
  reap(false);
  reap_at_ = std::max(few, 2 * ending_.size());
}

void ShimWorld::reap(bool wait) {
  std::erase_if(ending_, [wait](const Ending& shim) {
    pid_t reaped = 0;
    do {
      reaped = ::waitpid(shim.pid, nullptr, wait ? 0 : WNOHANG);
    } while (reaped < 0 && errno == EINTR);
    if (reaped == 0) return false;
    if (!shim.base.empty()) (void)::rmdir(shim.base.c_str());
    return true;
  });
}

}  // namespace harness
