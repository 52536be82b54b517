#include <poll.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "support/errors.hpp"
#include "watch/pidfd_info.hpp"

namespace harness::watch {
namespace {

// As Linux 6.15 defines it; the headers of Debian 12 are older.
struct Info {
  std::uint64_t mask;
  std::uint64_t cgroup;
  std::uint32_t pid, tgid, ppid, ruid, rgid, euid, egid, suid, sgid, fsuid, fsgid;
  std::int32_t exit_code;
};
static_assert(sizeof(Info) == 64);
constexpr std::uint64_t wants_exit = 1U << 3U;
constexpr unsigned long get_info = _IOWR(0xFF, 11, Info);

}  // namespace

UniqueFd open_pidfd(pid_t pid) {
  return UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
}

std::optional<int> status_after_reaping(const UniqueFd& pidfd) {
  Info info{};
  info.mask = wants_exit;
  if (::ioctl(pidfd.get(), get_info, &info) != 0 || (info.mask & wants_exit) == 0) return std::nullopt;
  return info.exit_code;
}

bool has_ended(const UniqueFd& pidfd) {
  pollfd poll{pidfd.get(), POLLIN, 0};
  return ::poll(&poll, 1, 0) == 1;
}

bool has_been_reaped(const UniqueFd& pidfd) {
  pollfd poll{pidfd.get(), 0, 0};
  return ::poll(&poll, 1, 0) == 1 && (poll.revents & POLLHUP) != 0;
}

std::string why_no_status_after_reaping() {
  const pid_t pid = ::vfork();
  if (pid < 0) return errno_text("vfork", errno);
  if (pid == 0) ::_exit(42);
  const UniqueFd pidfd = open_pidfd(pid);
  while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
  const std::optional<int> status = pidfd ? status_after_reaping(pidfd) : std::nullopt;
  if (status && WEXITSTATUS(*status) == 42) return {};
  return "this kernel does not tell the status of reaped processes (Linux 6.15 does)";
}

}  // namespace harness::watch
