// Takes what waitpid stores for the status itself.
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <exeunt/process.hpp>
#include <system_error>

namespace exeunt {

void Process::start() {
  std::fflush(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid == 0) run_child(target_);
  pid_ = pid;
}

void Process::join() {
  if (status_ || !pid_) return;
  int status = 0;
  while (::waitpid(*pid_, &status, 0) < 0 && errno == EINTR) {
  }
  status_ = status;
}

bool Process::join_for(std::chrono::nanoseconds limit) {
  if (!is_alive()) return pid_.has_value();
  const auto end = std::chrono::steady_clock::now() + limit;
  const auto process = static_cast<int>(::syscall(SYS_pidfd_open, *pid_, 0));  // Linux
  if (process < 0) throw std::system_error(errno, std::generic_category(), "pidfd_open");
  pollfd ended = {process, POLLIN, 0};  // ready when the child has ended
  for (auto left = limit; left > left.zero() && is_alive(); left = end - std::chrono::steady_clock::now())
    ::poll(&ended, 1, static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count()));
  ::close(process);
  return !is_alive();
}

bool Process::is_alive() const {
  return pid_ && !exitcode();
}

std::optional<int> Process::exitcode() const {
  if (!pid_) return std::nullopt;
  int status = 0;
  if (!status_ && ::waitpid(*pid_, &status, WNOHANG) == *pid_) status_ = status;
  if (!status_) return std::nullopt;
  return *status_;
}

void Process::terminate() {
  if (is_alive()) ::kill(*pid_, SIGTERM);
}

void Process::kill() {
  if (is_alive()) ::kill(*pid_, SIGKILL);
}

}  // namespace exeunt
