#include "watch/confined_process.hpp"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "support/errors.hpp"

namespace harness::watch {
namespace {

// Beside what the program may have: the shim counts as well, and one too many is let live long enough to be
// seen.
constexpr int beside_the_program = 2;

rlimit at_most(std::uint64_t amount) {
  const auto most = static_cast<rlim_t>(std::min<std::uint64_t>(amount, RLIM_INFINITY));
  return {most, most};
}

rlimit no_more_than(std::uint64_t bytes) {
  return at_most(bytes == 0 ? RLIM_INFINITY : bytes);
}

}  // namespace

ConfinedProcess::ConfinedProcess(const wire::Confinement& confinement) {
  const Limits& limits = confinement.limits;
  resources_ = {
      {RLIMIT_CPU, {static_cast<rlim_t>(limits.cpu.count()), static_cast<rlim_t>(limits.cpu.count()) + 1}},
      {RLIMIT_AS, no_more_than(limits.address_bytes)},
      {RLIMIT_NPROC, at_most(static_cast<std::uint64_t>(limits.processes + beside_the_program))},
      {RLIMIT_FSIZE, at_most(limits.file_bytes)},
      {RLIMIT_NOFILE, at_most(static_cast<std::uint64_t>(limits.open_files))},
      {RLIMIT_STACK, at_most(limits.stack_bytes)},
      {RLIMIT_CORE, at_most(0)},
      {RLIMIT_MEMLOCK, at_most(0)},
      {RLIMIT_MSGQUEUE, at_most(0)},
  };
  const std::string& filter = confinement.system_call_filter;
  if (filter.size() % sizeof(sock_filter) != 0) throw CannotJudge("the filter of system calls is damaged");
  instructions_.resize(filter.size() / sizeof(sock_filter));
  std::memcpy(instructions_.data(), filter.data(), filter.size());
  program_ = {static_cast<unsigned short>(instructions_.size()), instructions_.data()};
}

bool ConfinedProcess::confine_self() const noexcept {
  // Before the shim, should memory run out; a host without the file has no such choice to make.
  if (const int fd = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC); fd >= 0) {
    (void)!::write(fd, "1000", 4);
    ::close(fd);
  }
  for (const Resource& resource : resources_) {
    if (::prlimit(0, resource.what, &resource.limit, nullptr) != 0) return false;
  }
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program_) == 0;
}

}  // namespace harness::watch
