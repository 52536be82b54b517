#include "run/system_call_filter.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "support/errors.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

constexpr std::uint64_t low_word = 0xFFFFFFFFU;  // what the kernel reads of an int

// Not permitted, whatever the arguments. Names, because the headers may be older than the calls; one that
// libseccomp does not know is passed over.
constexpr std::array not_permitted{"acct",
                                   "bpf",
                                   "chroot",
                                   "delete_module",
                                   "fanotify_init",
                                   "finit_module",
                                   "fsconfig",
                                   "fsmount",
                                   "fsopen",
                                   "fspick",
                                   "init_module",
                                   "kcmp",
                                   "kexec_file_load",
                                   "kexec_load",
                                   "mount",
                                   "mount_setattr",
                                   "move_mount",
                                   "name_to_handle_at",
                                   "open_by_handle_at",
                                   "open_tree",
                                   "perf_event_open",
                                   "pidfd_getfd",
                                   "pivot_root",
                                   "process_madvise",
                                   "quotactl",
                                   "quotactl_fd",
                                   "reboot",
                                   "setns",
                                   "swapoff",
                                   "swapon",
                                   "syslog",
                                   "umount2",
                                   "unshare",
                                   "userfaultfd",
                                   "vhangup"};

constexpr std::array tracing{"process_vm_readv", "process_vm_writev", "ptrace"};

// Programs have a way to do without these, and take it when the kernel seems not to have them. The arguments
// of clone3 lie where a filter cannot look; memory files count in nobody's address space.
constexpr std::array not_there{"add_key",           "clone3",         "io_uring_enter",
                               "io_uring_register", "io_uring_setup", "keyctl",
                               "memfd_create",      "memfd_secret",   "request_key"};

constexpr std::array<std::uint64_t, 7> new_namespaces{
    CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET};

constexpr std::array families{AF_NETLINK, AF_PACKET, AF_ALG, AF_VSOCK};

struct Release {
  void operator()(void* filter) const { ::seccomp_release(filter); }
};

class Filter {
 public:
  Filter() : filter_(::seccomp_init(SCMP_ACT_ALLOW)) {
    if (!filter_) throw CannotJudge("cannot make a filter of system calls: seccomp_init");
    check(::seccomp_attr_set(filter_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    check(::seccomp_attr_set(filter_.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2));  // a tree, not a list
  }

  template <std::size_t N>
  void refuse(const std::array<const char*, N>& calls, int error) {
    for (const char* call : calls) {
      const int number = ::seccomp_syscall_resolve_name(call);
      if (number >= 0) check(::seccomp_rule_add(filter_.get(), refusal(error), number, 0));
    }
  }

  void refuse_if(int call, const scmp_arg_cmp& condition, int error) {
    check(::seccomp_rule_add(filter_.get(), refusal(error), call, 1, condition));
  }

  std::string instructions() const {
    const UniqueFd file(::memfd_create("filter", MFD_CLOEXEC));
    if (!file) throw_errno("memfd_create");
    check(::seccomp_export_bpf(filter_.get(), file.get()));
    std::string bytes(static_cast<std::size_t>(::lseek(file.get(), 0, SEEK_END)), '\0');
    if (::pread(file.get(), bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
      throw_errno("read the filter of system calls");
    return bytes;
  }

 private:
  static std::uint32_t refusal(int error) { return SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)); }

  static void check(int result) {
    if (result != 0) throw CannotJudge(errno_text("cannot make a filter of system calls", -result));
  }

  std::unique_ptr<void, Release> filter_;
};

scmp_arg_cmp argument_is(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

}  // namespace

std::string system_call_filter(bool may_trace) {
  Filter filter;
  filter.refuse(not_permitted, EPERM);
  filter.refuse(not_there, ENOSYS);
  if (!may_trace) {
    filter.refuse(tracing, EPERM);
    filter.refuse_if(SCMP_SYS(clone), argument_is(0, CLONE_UNTRACED, CLONE_UNTRACED), EPERM);
  }
  for (const std::uint64_t flag : new_namespaces)
    filter.refuse_if(SCMP_SYS(clone), argument_is(0, flag, flag), EPERM);
  for (const int family : families)
    filter.refuse_if(SCMP_SYS(socket), argument_is(0, low_word, static_cast<std::uint64_t>(family)),
                     EAFNOSUPPORT);
  for (const auto request : {std::uint64_t{TIOCSTI}, std::uint64_t{TIOCLINUX}})
    filter.refuse_if(SCMP_SYS(ioctl), argument_is(1, low_word, request), EPERM);
  return filter.instructions();
}

}  // namespace harness
