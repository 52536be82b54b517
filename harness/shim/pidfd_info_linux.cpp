#include <poll.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "shim/pidfd_info.hpp"

namespace harness::shim {
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

}  // namespace harness::shim
