#include "watch/program.hpp"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "support/errors.hpp"
#include "watch/pipe.hpp"

namespace harness::watch {
namespace {

constexpr int program_was_not_started = 127;

// Ordered as they happen; the words are what a person reads.
enum class Step : int {
  wait_for_observer,
  process_group,
  foreground,
  folder,
  standard_streams,
  limits,
  scheduling,
  confinement,
  filter,
  exec
};

constexpr std::array<const char*, 10> step_words{
    "wait for the observer",         "setpgid",   "tcsetpgrp",          "chdir",
    "dup2 of the std streams",       "setrlimit", "sched_setscheduler", "confine the process",
    "install the observer's filter", "execve"};

rlimit program_descriptor_limit{};
sigset_t program_signal_mask{};  // empty
bool program_goes_first = false;

struct Failure {
  Step step;
  int error;
};

std::vector<char*> pointers_to(const std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (const std::string& word : words)
    pointers.push_back(const_cast<char*>(word.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

// What the new process works with, all made ready before it exists.
struct Prepared {
  const char* program;
  std::vector<char*> argv;
  std::vector<char*> env;
  const char* folder;
  std::array<int, 3> streams;
  bool terminal;
  int gate;  // -1: nothing to wait for
  int report;
  const Filter* filter;
  const ConfinedProcess* confined;
  bool in_place;
};

// From here to exec: async-signal-safe calls only, and the memory may be the shim's own.
[[noreturn]] void give_up(int report, Step step) noexcept {
  const Failure failure{step, errno};
  (void)!::write(report, &failure, sizeof failure);
  ::_exit(program_was_not_started);
}

bool send_descriptor(int socket, int fd) noexcept {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  cmsghdr* const header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(header), &fd, sizeof fd);
  return ::sendmsg(socket, &message, MSG_NOSIGNAL) == 1;
}

// An ordinary user may install a filter only when exec can give no privileges any more. A call that is being
// looked at is not to be interrupted by a signal (Linux 5.19): fork and exit are not made for that.
bool install(const Filter& filter) noexcept {
  const auto try_with = [&](unsigned flags) {
    return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, filter.program);
  };
  unsigned flags = 0;
  if (filter.socket >= 0) flags = SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
  long result = try_with(flags);
  if (result < 0 && errno == EACCES) {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    result = try_with(flags);
  }
  if (result < 0 && errno == EINVAL && filter.socket >= 0)
    result = try_with(SECCOMP_FILTER_FLAG_NEW_LISTENER);
  if (result < 0) return false;
  return filter.socket < 0 || send_descriptor(filter.socket, static_cast<int>(result));
}

void take_place(const Prepared& p) noexcept {
  if (::setpgid(0, 0) != 0) give_up(p.report, Step::process_group);
  const pid_t group = ::getpid();
  if (p.terminal && ::ioctl(p.streams[1], TIOCSPGRP, &group) != 0) give_up(p.report, Step::foreground);
  if (::chdir(p.folder) != 0) give_up(p.report, Step::folder);
  for (int target = 0; target < 3; ++target) {
    if (::dup2(p.streams[static_cast<std::size_t>(target)], target) < 0)
      give_up(p.report, Step::standard_streams);
  }
}

bool be_scheduled(int policy) noexcept {
  const sched_param no_priority{};
  return ::sched_setscheduler(0, policy, &no_priority) == 0;
}

[[noreturn]] void become_program(const Prepared& p) noexcept {
  char go = 0;
  if (p.gate >= 0 && ::read(p.gate, &go, 1) != 1) give_up(p.report, Step::wait_for_observer);
  if (!p.in_place) take_place(p);
  if (program_descriptor_limit.rlim_max != 0 && ::setrlimit(RLIMIT_NOFILE, &program_descriptor_limit) != 0)
    give_up(p.report, Step::limits);
  if (program_goes_first && !be_scheduled(SCHED_OTHER)) give_up(p.report, Step::scheduling);
  ::sigprocmask(SIG_SETMASK, &program_signal_mask, nullptr);
  if (p.confined != nullptr && !p.confined->confine_self()) give_up(p.report, Step::confinement);
  if (p.filter != nullptr && !install(*p.filter)) give_up(p.report, Step::filter);
  ::execve(p.program, p.argv.data(), p.env.data());
  give_up(p.report, Step::exec);
}

void reap(pid_t pid) {
  while (::waitpid(pid, nullptr, __WALL) < 0 && errno == EINTR) {
  }
}

// A process that may not be looked into (the shim of a sandbox) bears children to which nobody can attach. No
// stranger's process exists while this does.
class Attachable {
 public:
  Attachable() : before_(::prctl(PR_GET_DUMPABLE)) { (void)::prctl(PR_SET_DUMPABLE, 1); }
  ~Attachable() { (void)::prctl(PR_SET_DUMPABLE, before_ == 1 ? 1 : 0); }
  Attachable(const Attachable&) = delete;
  Attachable& operator=(const Attachable&) = delete;

 private:
  int before_;
};

// AddressSanitizer would mark the frame, which is never returned from.
__attribute__((no_sanitize("address"))) int become(void* prepared) {
  become_program(*static_cast<const Prepared*>(prepared));
}

// The process has to wait for its observer while the shim goes on, which vfork() does not let it; and fork()
// would copy the shim's memory only to drop it. There is one such process at a time, and one stack for it.
Started start_behind_gate(Prepared&& prepared, Pipe& report, const std::function<int(pid_t)>& attach) {
  Pipe gate = open_pipe();
  static std::array<char, 64 * 1024> stack __attribute__((aligned(16)));
  const auto lent = std::make_shared<Prepared>(std::move(prepared));
  lent->gate = gate.reader.get();
  const Attachable attachable;
  const pid_t pid = ::clone(become, stack.data() + stack.size(), CLONE_VM | SIGCHLD, lent.get());
  if (pid < 0) return {-1, StartFailure{"clone", errno}, {}, {}};
  if (const int error = attach(pid); error != 0) {
    gate.writer.reset();
    ::kill(pid, SIGKILL);
    reap(pid);
    return {-1, StartFailure{"attach the observer", error}, {}, {}};
  }
  (void)!::write(gate.writer.get(), "", 1);
  return {pid, std::nullopt, std::move(report.reader), lent};
}

// The shim waits until the process has become the program, whose memory is then its own.
Started start_at_once(const Prepared& prepared, UniqueFd& report_writer) {
  const pid_t pid = ::vfork();
  if (pid == 0) become_program(prepared);
  if (pid < 0) return {-1, StartFailure{"vfork", errno}, {}, {}};
  report_writer.reset();
  return {pid, std::nullopt, {}, {}};
}

}  // namespace

std::optional<StartFailure> read_failure(const UniqueFd& report) {
  Failure failure{};
  ssize_t count = 0;
  do {
    count = ::read(report.get(), &failure, sizeof failure);
  } while (count < 0 && errno == EINTR);
  if (count != sizeof failure) return std::nullopt;
  return StartFailure{step_words.at(static_cast<std::size_t>(failure.step)), failure.error};
}

void set_program_signal_mask(const sigset_t& mask) {
  program_signal_mask = mask;
}

void let_programs_go_first(bool wanted) {
  if (program_goes_first == wanted) return;
  program_goes_first = wanted ? ::sched_getscheduler(0) == SCHED_OTHER && be_scheduled(SCHED_BATCH)
                              : !be_scheduled(SCHED_OTHER);
}

void raise_own_descriptor_limit() {
  if (::getrlimit(RLIMIT_NOFILE, &program_descriptor_limit) != 0) return;
  rlimit raised = program_descriptor_limit;
  raised.rlim_cur = raised.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &raised);
}

Started start_program(const Launch& launch, const std::function<int(pid_t)>& attach, const Filter* filter) {
  Pipe report = open_pipe();
  Prepared prepared{launch.program->empty() ? launch.argv->front().c_str() : launch.program->c_str(),
                    pointers_to(*launch.argv),
                    pointers_to(*launch.env),
                    launch.folder.c_str(),
                    {launch.stdio->in.get(), launch.stdio->out.get(), launch.stdio->err.get()},
                    launch.stdio->terminal,
                    -1,
                    report.writer.get(),
                    filter,
                    launch.confined,
                    launch.in_place};
  if (attach) return start_behind_gate(std::move(prepared), report, attach);
  Started started = start_at_once(prepared, report.writer);
  if (started.failure) return started;
  started.failure = read_failure(report.reader);
  if (started.failure) reap(started.pid);
  return started;
}

}  // namespace harness::watch
