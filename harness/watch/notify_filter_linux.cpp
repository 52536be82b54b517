#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "support/errors.hpp"
#include "watch/filter_program.hpp"
#include "watch/notify_filter.hpp"

namespace harness::watch {
namespace {

// set_robust_list is the first call of glibc's child of fork, of a thread and of a program that begins. A
// child that is killed before its first call is there to be seen before the signal is sent, and before its
// parent waits.
constexpr std::array watched_calls{
    SYS_clone,
    SYS_clone3,
    SYS_execve,
    SYS_execveat,
    SYS_exit,
    SYS_exit_group,
    SYS_set_robust_list,
    SYS_wait4,
    SYS_waitid,
    SYS_kill,
    SYS_tkill,
    SYS_tgkill,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    SYS_pidfd_send_signal,
#ifdef SYS_fork
    SYS_fork,
#endif
#ifdef SYS_vfork
    SYS_vfork,
#endif
};

}  // namespace

const sock_fprog& lifecycle_filter() {
  static const FilterProgram program(watched_calls, SECCOMP_RET_USER_NOTIF);
  return program.get();
}

// Linux 6.6: the listener is woken where the caller ran, at once. Not in Debian 12's headers.
void wake_at_once(int listener) {
  constexpr std::uint64_t sync_wake_up = 1;
  constexpr unsigned long set_flags = _IOW(SECCOMP_IOC_MAGIC, 4, std::uint64_t);
  (void)::ioctl(listener, set_flags, sync_wake_up);
}

UniqueFd receive_descriptor(int socket) {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t count = 0;
  do {
    count = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (count < 0 && errno == EINTR);
  const cmsghdr* const header = count == 1 ? CMSG_FIRSTHDR(&message) : nullptr;
  if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return {};
  int fd = -1;
  std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
  return UniqueFd(fd);
}

std::optional<seccomp_notif> next_notification(int listener) {
  pollfd readable{listener, POLLIN, 0};
  if (::poll(&readable, 1, 0) != 1 || (readable.revents & POLLIN) == 0) return std::nullopt;
  seccomp_notif call{};
  if (::ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0)
    return std::nullopt;  // it was killed meanwhile
  return call;
}

void let_pass(int listener, const seccomp_notif& call) {
  seccomp_notif_resp response{};
  response.id = call.id;
  response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
  (void)::ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &response);
}

std::string why_no_notification() {
  unsigned action = SECCOMP_RET_USER_NOTIF;
  if (::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0) return {};
  return errno_text("seccomp notification", errno);
}

}  // namespace harness::watch
