#include "child_posix.hpp"

#include <sys/socket.h>
#include <sys/wait.h>

#include "waiting.hpp"

namespace exeunt::detail {

Child::Child(pid_type pid, ProcessHandle process) : pid_(pid), process_(std::move(process)) {}
Child::Child(pid_type pid, ProcessHandle process, UniqueFd status)
    : pid_(pid), process_(std::move(process)), relayed_(std::move(status)) {}

std::optional<exitcode_type> Child::relayed_status() {
  if (!is_ready(relayed_.get())) return std::nullopt;
  int status = 0;
  // left where it is: a sentinel stays ready
  if (::recv(relayed_.get(), &status, sizeof status, MSG_PEEK) != sizeof status)
    return unknown_exitcode;  // the server died
  return exitcode_of_wait_status(status);
}

int exitcode_of_wait_status(int status) {
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace exeunt::detail
