#include <linux/audit.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "shim/notify_filter.hpp"

namespace harness::shim {
namespace {

#if defined(__x86_64__)
constexpr unsigned own_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned own_architecture = AUDIT_ARCH_AARCH64;
#elif defined(__i386__)
constexpr unsigned own_architecture = AUDIT_ARCH_I386;
#else
#error "the architecture's AUDIT_ARCH number is not known here"
#endif

// set_robust_list is the first call of glibc's child of fork, of a thread and of a program that begins.
constexpr std::array watched_calls{
    SYS_clone, SYS_clone3, SYS_execve, SYS_execveat, SYS_exit, SYS_exit_group, SYS_set_robust_list,
#ifdef SYS_fork
    SYS_fork,
#endif
#ifdef SYS_vfork
    SYS_vfork,
#endif
};

sock_filter statement(unsigned code, unsigned value) {
  return {static_cast<std::uint16_t>(code), 0, 0, value};
}

// Skips `matched` instructions when equal, `other` when not.
sock_filter jump_if_equal(unsigned value, unsigned matched, unsigned other) {
  return {static_cast<std::uint16_t>(BPF_JMP | BPF_JEQ | BPF_K), static_cast<std::uint8_t>(matched),
          static_cast<std::uint8_t>(other), value};
}

std::vector<sock_filter> instructions() {
  std::vector<sock_filter> code;
  const auto calls = static_cast<unsigned>(watched_calls.size());
  code.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
  code.push_back(jump_if_equal(own_architecture, 0, calls + 1));
  code.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
  for (unsigned i = 0; i < calls; ++i) {
    code.push_back(jump_if_equal(static_cast<unsigned>(watched_calls.at(i)), calls - i, 0));
  }
  code.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  code.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF));
  return code;
}

}  // namespace

const sock_fprog& lifecycle_filter() {
  static std::vector<sock_filter> code = instructions();
  static const sock_fprog program{static_cast<unsigned short>(code.size()), code.data()};
  return program;
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

}  // namespace harness::shim
