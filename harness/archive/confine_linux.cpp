#include <seccomp.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <memory>

#include "archive/confine.hpp"

namespace harness {
namespace {

constexpr rlim_t most_memory = 1U << 30U;   // bytes of address space
constexpr rlim_t most_processor_time = 60;  // seconds

constexpr std::array allowed{
    SCMP_SYS(read),   SCMP_SYS(write),    SCMP_SYS(sendmsg), SCMP_SYS(recvfrom),     SCMP_SYS(poll),
    SCMP_SYS(ppoll),  SCMP_SYS(lseek),    SCMP_SYS(fstat),   SCMP_SYS(newfstatat),   SCMP_SYS(close),
    SCMP_SYS(brk),    SCMP_SYS(mmap),     SCMP_SYS(munmap),  SCMP_SYS(mremap),       SCMP_SYS(mprotect),
    SCMP_SYS(futex),  SCMP_SYS(madvise),  SCMP_SYS(exit),    SCMP_SYS(rt_sigreturn), SCMP_SYS(exit_group),
    SCMP_SYS(getpid), SCMP_SYS(getrandom)};

bool limit(int resource, rlim_t most) {
  rlimit bound{};
  if (::getrlimit(static_cast<__rlimit_resource_t>(resource), &bound) != 0) return false;
  if (bound.rlim_max < most) return true;
  bound = {most, most};
  return ::setrlimit(static_cast<__rlimit_resource_t>(resource), &bound) == 0;
}

}  // namespace

bool confine_to_open_descriptors() {
  if (!limit(RLIMIT_AS, most_memory) || !limit(RLIMIT_CPU, most_processor_time) || !limit(RLIMIT_CORE, 0))
    return false;
  const std::unique_ptr<void, void (*)(void*)> filter(::seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                      ::seccomp_release);
  for (const int call : allowed) {
    if (!filter || ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  const int refused = ::seccomp_load(filter.get());
  errno = -refused;
  return refused == 0;
}

}  // namespace harness
