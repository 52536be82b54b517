// The shim is started by clone with CLONE_VM|CLONE_VFORK: the new process borrows this one's memory until it
// executes, so starting costs the same however large the harness is. What needs privileges inside the new
// namespaces (mounts) is done by the new process before it executes: an ordinary user has them only until
// then.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "run/launcher.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr int control_fd = 3;
constexpr const char* private_base = "/dev/shm";
constexpr const char* private_base_options = "mode=1777,size=1g";

enum class Step : int {
  none,
  user_mapping,
  private_mounts,
  proc,
  shared_memory,
  standard_streams,
  control,
  exec
};

constexpr std::array<const char*, 8> step_words{"clone",
                                                "map the user into its namespace",
                                                "make mounts private",
                                                "mount /proc",
                                                "mount /dev/shm",
                                                "open /dev/null",
                                                "pass the control socket",
                                                "execve"};

// Shared with the new process, which runs in this memory: where it got to.
struct Start {
  const char* path = nullptr;
  std::array<const char*, 8> argv{};
  int control = -1;
  bool namespaces = false;
  bool in_place = false;
  bool user_namespace = false;
  std::array<char, 64> uid_map{};
  std::array<char, 64> gid_map{};
  Step failed = Step::none;
  int error = 0;
};

bool write_proc(const char* path, const char* text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool written = ::write(fd, text, std::strlen(text)) >= 0;
  ::close(fd);
  return written;
}

Step enter_namespaces(const Start& start) {
  if (start.user_namespace) {
    (void)write_proc("/proc/self/setgroups", "deny");
    if (!write_proc("/proc/self/uid_map", start.uid_map.data())) return Step::user_mapping;
    if (!write_proc("/proc/self/gid_map", start.gid_map.data())) return Step::user_mapping;
  }
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return Step::private_mounts;
  if (::mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0) return Step::proc;
  if (::mount("tmpfs", private_base, "tmpfs", MS_NOSUID | MS_NODEV, private_base_options) != 0)
    return Step::shared_memory;
  return Step::none;
}

// A program that is watched in place inherits what the harness inherited, under the same numbers.
Step connect_in_place(const Start& start) {
  return ::fcntl(start.control, F_SETFD, 0) == 0 ? Step::none : Step::control;
}

Step connect_streams(const Start& start) {
  if (start.in_place) return connect_in_place(start);
  const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0 || ::dup2(null, 0) < 0 || ::dup2(null, 1) < 0) return Step::standard_streams;
  if (start.control == control_fd) {
    if (::fcntl(control_fd, F_SETFD, 0) != 0) return Step::control;
  } else if (::dup2(start.control, control_fd) < 0) {
    return Step::control;
  }
  if (::syscall(SYS_close_range, control_fd + 1, ~0U, CLOSE_RANGE_CLOEXEC) != 0) return Step::control;
  return Step::none;
}

// Runs in the new process, on a stack of its own; async-signal-safe calls only. AddressSanitizer would mark
// the frame, which is never returned from, in memory that is used again.
[[gnu::no_sanitize("address")]] int become_shim(void* argument) {
  Start& start = *static_cast<Start*>(argument);
  Step failed = start.namespaces ? enter_namespaces(start) : Step::none;
  if (failed == Step::none) failed = connect_streams(start);
  if (failed == Step::none) {
    ::execv(start.path, const_cast<char* const*>(start.argv.data()));
    failed = Step::exec;
  }
  start.failed = failed;
  start.error = errno;
  ::_exit(127);
}

pid_t clone_process(Start& start) {
  static std::array<char, 64 * 1024> stack __attribute__((aligned(16)));
  int flags = CLONE_VM | CLONE_VFORK | SIGCHLD;
  if (start.namespaces) flags |= CLONE_NEWPID | CLONE_NEWNS;
  if (start.user_namespace) flags |= CLONE_NEWUSER;
  return ::clone(become_shim, stack.data() + stack.size(), flags, &start);
}

void map_own_user(Start& start) {
  if (!start.namespaces || ::geteuid() == 0) return;
  start.user_namespace = true;
  std::snprintf(start.uid_map.data(), start.uid_map.size(), "%u %u 1", ::geteuid(), ::geteuid());
  std::snprintf(start.gid_map.data(), start.gid_map.size(), "%u %u 1", ::getegid(), ::getegid());
}

void reap(pid_t pid) {
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace

ShimProcess launch_shim(const std::filesystem::path& shim, Isolation isolation, const std::string& base,
                        bool probe) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw_errno("socketpair");
  ShimProcess launched{-1, UniqueFd(ends[0])};
  const UniqueFd far_end(ends[1]);
  Start start;
  start.path = shim.c_str();
  start.control = far_end.get();
  start.namespaces = isolation == Isolation::namespaces;
  start.in_place = isolation == Isolation::in_place;
  map_own_user(start);
  std::size_t argc = 0;
  start.argv.at(argc++) = shim.c_str();
  const std::string control = std::to_string(start.in_place ? start.control : control_fd);
  start.argv.at(argc++) = control.c_str();
  start.argv.at(argc++) = start.namespaces ? private_base : base.c_str();
  if (start.namespaces) start.argv.at(argc++) = "first-process";
  if (start.namespaces) start.argv.at(argc++) = "private-base";
  if (start.in_place) start.argv.at(argc++) = "in-place";
  if (probe) start.argv.at(argc++) = "probe";
  launched.pid = clone_process(start);
  if (launched.pid < 0) throw_errno("cannot start a shim: clone");
  if (start.failed != Step::none) {
    reap(launched.pid);
    const std::string step = step_words.at(static_cast<std::size_t>(start.failed));
    throw CannotJudge(errno_text("cannot start a shim (" + shim.string() + "): " + step, start.error));
  }
  return launched;
}

std::string why_no_namespaces(const std::filesystem::path& shim) {
  try {
    const ShimProcess tried = launch_shim(shim, Isolation::namespaces, {}, false);
    ::kill(tried.pid, SIGKILL);
    reap(tried.pid);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

}  // namespace harness
