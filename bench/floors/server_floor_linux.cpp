#include "floors/server_floor.hpp"

#include <fcntl.h>
#include <linux/sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "floors/exec_floor.hpp"

namespace bench {
namespace {

[[noreturn]] void fail(const char* step) {
  throw std::system_error(errno, std::generic_category(), step);
}

}  // namespace

BareServer::BareServer(const std::string& program, const char* role) {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) fail("socketpair");
  socket_ = ends[0];
  ::fcntl(ends[1], F_SETFD, 0);
  std::string number = std::to_string(ends[1]);
  char* const argv[] = {const_cast<char*>(program.c_str()), const_cast<char*>(role), number.data(), nullptr};
  pid_ = vfork_exec(program.c_str(), argv);
  ::close(ends[1]);
}

BareServer::~BareServer() {
  ::close(socket_);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

Sample BareServer::fork_exit_wait() {
  const char please = 1;
  pid_t child = -1;
  const std::int64_t begun = now();
  if (::send(socket_, &please, sizeof please, MSG_NOSIGNAL) != sizeof please) fail("ask the bare server");
  if (::recv(socket_, &child, sizeof child, 0) != sizeof child) fail("hear from the bare server");
  const std::int64_t started = now();
  if (child < 0) throw std::system_error(-child, std::generic_category(), "fork in the bare server");
  wait_for_end(child);
  return sample_of(begun, started, now());
}

void serve_bare_forks(const char* socket) {
  const int file = std::atoi(socket);
  char please = 0;
  while (::recv(file, &please, sizeof please, 0) == sizeof please) {
    clone_args arguments = {};
    arguments.flags = CLONE_PARENT;
    pid_t child = static_cast<pid_t>(::syscall(SYS_clone3, &arguments, sizeof arguments));
    if (child == 0) ::_exit(0);
    if (child < 0) child = -errno;
    if (::send(file, &child, sizeof child, MSG_NOSIGNAL) != sizeof child) break;
  }
  ::_exit(0);
}

}  // namespace bench
