#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "floors/exec_floor.hpp"

namespace bench {
namespace {

[[noreturn]] void fail(const char* step, int error) {
  throw std::system_error(error, std::generic_category(), step);
}

}  // namespace

void wait_for_end(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) fail("waitpid", errno);
  }
  if (status != 0) throw std::runtime_error("a child ended with wait status " + std::to_string(status));
}

pid_t vfork_exec(const char* path, char* const* argv) {
  volatile int error = 0;
  const pid_t pid = ::vfork();
  if (pid < 0) fail("vfork", errno);
  if (pid == 0) {
    ::execve(path, argv, environ);
    error = errno;
    ::_exit(127);
  }
  if (error == 0) return pid;
  ::waitpid(pid, nullptr, 0);
  fail(path, error);
}

Sample vfork_exec_wait(const std::string& path, const char* argument) {
  char* const argv[] = {const_cast<char*>(path.c_str()), const_cast<char*>(argument), nullptr};
  const std::int64_t begun = now();
  const pid_t pid = vfork_exec(path.c_str(), argv);
  const std::int64_t started = now();
  wait_for_end(pid);
  return sample_of(begun, started, now());
}

Sample posix_spawn_wait(const std::string& path) {
  char* const argv[] = {const_cast<char*>(path.c_str()), nullptr};
  pid_t pid = -1;
  const std::int64_t begun = now();
  const int error = ::posix_spawn(&pid, path.c_str(), nullptr, nullptr, argv, environ);
  const std::int64_t started = now();
  if (error != 0) fail(path.c_str(), error);
  wait_for_end(pid);
  return sample_of(begun, started, now());
}

}  // namespace bench
