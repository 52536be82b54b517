#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "probe.hpp"

// start() when one of the calls that it makes fails, whichever it is: it throws and leaves nothing, or it
// succeeds. The linker leads the library's calls to the functions here (--wrap).

namespace {

enum class Kind { process, memory, descriptor };

struct Failure {
  Kind kind = Kind::process;
  int after = -1;  ///< so many that succeed; -1: none fails
  pid_t in = 0;    ///< not in children
};
constinit Failure next;
constinit int mappings = 0;

bool fails(Kind kind, int error) {
  if (next.after < 0 || kind != next.kind || next.in != ::getpid()) return false;
  if (next.after-- > 0) return false;
  errno = error;
  return true;
}

}  // namespace

extern "C" {

pid_t __real_fork();
pid_t __wrap_fork() {
  return fails(Kind::process, EAGAIN) ? -1 : __real_fork();
}

int __real_clone(int (*)(void*), void*, int, void*, void*);
int __wrap_clone(int (*begin)(void*), void* stack, int flags, void* argument, void* handle) {
  return fails(Kind::process, EAGAIN) ? -1 : __real_clone(begin, stack, flags, argument, handle);
}

void* __real_mmap(void*, std::size_t, int, int, int, off_t);
void* __wrap_mmap(void* address, std::size_t size, int protection, int flags, int file, off_t offset) {
  if (fails(Kind::memory, ENOMEM)) return MAP_FAILED;
  ++mappings;
  return __real_mmap(address, size, protection, flags, file, offset);
}

int __real_munmap(void*, std::size_t);
int __wrap_munmap(void* address, std::size_t size) {
  --mappings;
  return __real_munmap(address, size);
}

int __real_pipe2(int*, int);
int __wrap_pipe2(int* ends, int flags) {
  return fails(Kind::descriptor, EMFILE) ? -1 : __real_pipe2(ends, flags);
}

int __real_socketpair(int, int, int, int*);
int __wrap_socketpair(int domain, int type, int protocol, int* ends) {
  return fails(Kind::descriptor, EMFILE) ? -1 : __real_socketpair(domain, type, protocol, ends);
}

int __real_eventfd(unsigned, int);
int __wrap_eventfd(unsigned count, int flags) {
  return fails(Kind::descriptor, EMFILE) ? -1 : __real_eventfd(count, flags);
}

int __real_memfd_create(const char*, unsigned);
int __wrap_memfd_create(const char* name, unsigned flags) {
  return fails(Kind::descriptor, EMFILE) ? -1 : __real_memfd_create(name, flags);
}

int __real_open(const char*, int, int);
int __wrap_open(const char* path, int flags, int mode) {
  return fails(Kind::descriptor, EMFILE) ? -1 : __real_open(path, flags, mode);
}

int __real_fcntl(int, int, long);
int __wrap_fcntl(int file, int command, long argument) {
  if (command == F_DUPFD_CLOEXEC && fails(Kind::descriptor, EMFILE)) return -1;
  return __real_fcntl(file, command, argument);
}

long __real_syscall(long, long, long, long, long, long, long);
long __wrap_syscall(long number, long a, long b, long c, long d, long e, long f) {
  if (number == SYS_pidfd_open && fails(Kind::descriptor, EMFILE)) return -1;
  return __real_syscall(number, a, b, c, d, e, f);
}
}

namespace exeunt::testing {
namespace {

class FailingCalls : public EveryStartMethod {};
INSTANTIATE_TEST_SUITE_P(, FailingCalls, ::testing::ValuesIn(all_start_methods()), name_of_method);

/// What a process has at a moment.
struct Held {
  int descriptors = open_descriptors();
  int children = count_children();
  int mapped = mappings;
  bool operator==(const Held&) const = default;
};

exitcode_type join(Process& child) {
  child.join();
  return child.exitcode().value_or(-1000);
}

enum class Seen { no_failure, failed, wrong };

constexpr int never = 1000000;

/// What there is after a start without failures; known to all whom this process forks.
Held& usual() {
  static Held& held =
      *new (::mmap(nullptr, sizeof(Held), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Held;
  return held;
}

/// In a process of its own, which has started none before, or one.
Seen start_with(Kind kind, int after, bool again) {
  if (again) (void)status_of(Process([] {}));
  Event ran;
  Process process(
      [](Event begun) {
        begun.set();
        exeunt::exit(3);
      },
      ran);
  bool has_started = false;
  next = {kind, after, ::getpid()};
  try {
    process.start();
    has_started = true;
  } catch (const std::system_error&) {
    if (process.pid() || process.exitcode() || !active_children().empty()) return Seen::wrong;
  }
  const bool has_failed = next.after < 0;
  next.after = -1;
  if (!has_started && (!has_failed || ran.is_set())) return Seen::wrong;
  if (!has_started) process.start();
  if (join(process) != 3 || !ran.is_set()) return Seen::wrong;
  if (after == never) usual() = Held();
  if (Held() != usual()) return Seen::wrong;
  return has_failed ? Seen::failed : Seen::no_failure;
}

Seen start_apart(Kind kind, int after, bool again) {
  const pid_t tried = ::fork();
  if (tried < 0) return Seen::wrong;
  if (tried == 0) {
    Seen seen = Seen::wrong;
    try {
      seen = start_with(kind, after, again);
    } catch (const std::exception& error) {
      say("%s\n", error.what());
    }
    ::_exit(static_cast<int>(seen));
  }
  int status = -1;
  ::waitpid(tried, &status, 0);
  return WIFEXITED(status) ? static_cast<Seen>(WEXITSTATUS(status)) : Seen::wrong;
}

void fail_each(Kind kind, const char* name) {
  for (const bool again : {false, true}) {
    Seen seen = start_apart(kind, never, again);
    int after = 0;
    for (seen = seen == Seen::no_failure ? Seen::failed : Seen::wrong; seen == Seen::failed; ++after)
      seen = start_apart(kind, after, again);
    if (seen == Seen::wrong) say("%s, number %d%s\n", name, after, again ? ", once more" : "");
  }
}

PROBE(FailingCalls, AtEveryStep) {
  (void)usual();
  fail_each(Kind::process, "process");
  fail_each(Kind::memory, "memory");
  fail_each(Kind::descriptor, "descriptor");
}
CHECK(FailingCalls, AtEveryStep) {
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.status, 0);
}

}  // namespace
}  // namespace exeunt::testing
