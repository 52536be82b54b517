#include "shim/tracing.hpp"

#include <linux/seccomp.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "shim/filter_program.hpp"
#include "shim/observer.hpp"
#include "support/errors.hpp"

namespace harness::shim {
namespace {

constexpr long trace_options = PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE |
                               PTRACE_O_TRACEEXEC | PTRACE_O_TRACEEXIT | PTRACE_O_EXITKILL |
                               PTRACE_O_TRACESECCOMP | PTRACE_O_TRACESYSGOOD;
constexpr std::array waiting_calls{SYS_wait4, SYS_waitid};

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

std::string why_no_trace() {
  const pid_t pid = ::fork();
  if (pid < 0) return "fork: errno " + std::to_string(errno);
  if (pid == 0) {
    ::pause();
    ::_exit(0);
  }
  // Without options: with them its end would be a stop first.
  const int error = ::ptrace(PTRACE_SEIZE, pid, nullptr, 0L) == 0 ? 0 : errno;
  ::kill(pid, SIGKILL);
  while (::waitpid(pid, nullptr, __WALL) < 0 && errno == EINTR) {
  }
  return error == 0 ? std::string() : errno_text("PTRACE_SEIZE", error);
}

}  // namespace harness::shim
