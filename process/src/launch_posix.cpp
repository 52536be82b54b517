#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "launch_plan.hpp"

extern char** environ;

namespace exeunt::detail {

namespace {

/// What posix_spawn is told, each by a call that may fail for want of memory.
class SpawnOrders {
 public:
  explicit SpawnOrders(const LaunchPlan& plan) {
    error_ = ::posix_spawnattr_init(&attributes_);
    if (error_ != 0) return;
    error_ = ::posix_spawn_file_actions_init(&actions_);
    if (error_ != 0) {
      ::posix_spawnattr_destroy(&attributes_);
      return;
    }
    whole_ = true;
    for (const native_handle handle : plan.inherited) {
      if (error_ == 0) error_ = inherit(actions_, handle);
    }
    if (error_ == 0) error_ = ::posix_spawn_file_actions_adddup2(&actions_, plan.null, STDIN_FILENO);
    if (error_ == 0) error_ = refuse_others(actions_, attributes_);
  }
  ~SpawnOrders() {
    if (!whole_) return;
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnOrders(const SpawnOrders&) = delete;
  SpawnOrders& operator=(const SpawnOrders&) = delete;

  int run(const LaunchPlan& plan, pid_type& pid) const {
    return error_ != 0 ? error_ : ::posix_spawn(&pid, plan.path, &actions_, &attributes_, plan.argv, environ);
  }

 private:
  posix_spawnattr_t attributes_;
  posix_spawn_file_actions_t actions_;
  bool whole_ = false;
  int error_ = 0;
};

}  // namespace

pid_type launch_by_posix_spawn(LaunchPlan& plan) {
  const SpawnOrders orders(plan);
  pid_type pid = -1;
  do
    plan.error = orders.run(plan, pid);
  while (plan.take_name());
  if (plan.error == EAGAIN || plan.error == ENOMEM) throw_errno(plan.error, "posix_spawn");
  if (plan.error != 0) throw_exec_error(plan);
  return pid;
}

void throw_exec_error(const LaunchPlan& plan) {
  const char* why = plan.is_by_name ? " (by its name, since /proc is not there)" : "";
  throw std::system_error(plan.error, std::generic_category(), std::string("exec of ") + plan.path + why);
}

SignalsHeld::SignalsHeld() noexcept {
  sigset_t all;
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before_);
}

SignalsHeld::~SignalsHeld() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

std::string launch_argument(const char* text) {
  return std::string(text, std::strcspn(text, ","));
}

bool must_close_others(const char* text) {
  return std::strchr(text, ',') != nullptr;
}

void close_others(std::span<const native_handle> kept) noexcept {
  const long limit = ::sysconf(_SC_OPEN_MAX);
  unsigned next = STDERR_FILENO + 1;
  std::vector<native_handle> sorted(kept.begin(), kept.end());
  sorted.push_back(static_cast<native_handle>(limit));
  std::sort(sorted.begin(), sorted.end());
  for (const native_handle handle : sorted) {
    const auto end = static_cast<unsigned>(handle);
    if (end > next && !close_range_of(next, end - 1)) {
      for (unsigned other = next; other < end; ++other)
        ::close(static_cast<int>(other));
    }
    next = std::max(next, end + 1);
  }
}

}  // namespace exeunt::detail
