#include "watch/tracing.hpp"

#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "support/errors.hpp"
#include "watch/filter_program.hpp"
#include "watch/observer.hpp"

namespace harness::watch {
namespace {

constexpr long trace_options = PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                               PTRACE_O_TRACEEXEC | PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL |
                               PTRACE_O_TRACESECCOMP | PTRACE_O_TRACESYSGOOD;
constexpr std::array waiting_calls{SYS_wait4, SYS_waitid};

__attribute__((no_sanitize("address"))) int wait_for_ever(void*) {
  while (true)
    ::pause();
}

}  // namespace

int seize(pid_t pid) {
  return ::ptrace(PTRACE_SEIZE, pid, nullptr, trace_options) == 0 ? 0 : errno;
}

void resume(pid_t task, int signal) {
  ::ptrace(PTRACE_CONT, task, nullptr, static_cast<long>(signal));
}

void run_to_end_of_call(pid_t task) {
  ::ptrace(PTRACE_SYSCALL, task, nullptr, nullptr);
}

void leave_stopped(pid_t task) {
  ::ptrace(PTRACE_LISTEN, task, nullptr, nullptr);
}

unsigned long event_message(pid_t task) {
  unsigned long message = 0;
  ::ptrace(PTRACE_GETEVENTMSG, task, nullptr, &message);
  return message;
}

bool stops_a_group(int signal) {
  return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

const sock_fprog& wait_filter() {
  static const FilterProgram program(waiting_calls, SECCOMP_RET_TRACE);
  return program.get();
}

// In the shim's own memory: to copy that would take longer than all else that the shim does before it is
// ready.
std::string why_no_trace() {
  alignas(16) static std::array<char, 16 * 1024> stack;
  const pid_t pid = ::clone(wait_for_ever, stack.data() + stack.size(), CLONE_VM | SIGCHLD, nullptr);
  if (pid < 0) return errno_text("clone", errno);
  // Without options: with them its end would be a stop first.
  const int error = ::ptrace(PTRACE_SEIZE, pid, nullptr, 0L) == 0 ? 0 : errno;
  ::kill(pid, SIGKILL);
  while (::waitpid(pid, nullptr, __WALL) < 0 && errno == EINTR) {
  }
  return error == 0 ? std::string() : errno_text("PTRACE_SEIZE", error);
}

}  // namespace harness::watch
