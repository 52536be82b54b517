#include "child_posix.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "waiting.hpp"

namespace exeunt::detail {

namespace {

constexpr int until_told_ms = 100;  // by the server, which sees the end no sooner than this process

}  // namespace

Child::Child(pid_type pid, ProcessHandle process) : pid_(pid), process_(std::move(process)) {}
Child::Child(pid_type pid, ProcessHandle process, UniqueFd status)
    : pid_(pid), process_(std::move(process)), relayed_(std::move(status)) {}

native_handle Child::awaited() {
  restore_handle();
  return relayed_ && is_ready(sentinel()) ? relayed_.get() : sentinel();
}

std::optional<exitcode_type> Child::relayed_status() {
  if (!is_ready(sentinel())) return std::nullopt;
  pollfd told = {relayed_.get(), POLLIN, 0};
  if (::poll(&told, 1, until_told_ms) <= 0) return std::nullopt;
  int status = 0;
  // left where it is: without a handle it is the sentinel, which stays ready
  if (::recv(relayed_.get(), &status, sizeof status, MSG_PEEK) == sizeof status)
    return exitcode_of_wait_status(status);
  return process_ ? lost_status() : unknown_exitcode;  // the server died
}

int exitcode_of_wait_status(int status) {
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace exeunt::detail
