#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "child_posix.hpp"
#include "forkserver.hpp"
#include "interrupt.hpp"
#include "start.hpp"
#include "stdio_state.hpp"

namespace exeunt::detail {

namespace {

/// With SIGCHLD ignored a child that has ended is gone at once, and its pid may be another's. So it begins
/// only when its creator has a handle of it.
class Gate {
 public:
  Gate() {
    struct sigaction action = {};
    ::sigaction(SIGCHLD, nullptr, &action);
    if (action.sa_handler == SIG_IGN || (action.sa_flags & SA_NOCLDWAIT) != 0) {
      ends_ = make_pipe("make a pipe to hold the child back");
    }
  }
  void wait() noexcept {
    ends_.second.reset();
    char none = 0;
    while (ends_.first && ::read(ends_.first.get(), &none, 1) < 0 && errno == EINTR) {
    }
    ends_.first.reset();
  }

 private:
  DescriptorPair ends_;
};

/// The child exists already, so a missing descriptor must not be the end of it: the spare one is given up.
ProcessHandle handle_of(pid_type pid, ThisProcess& process) {
  ProcessHandle handle = open_process(pid);
  if (!handle && (errno == EMFILE || errno == ENFILE)) {
    process.spare.reset();
    handle = open_process(pid);
  }
  return handle;
}

/// What is asked before the fork, since each page that the child touches first costs it a fault.
struct Known {
  bool stdin_is_used = is_stdin_used();
  bool is_main = is_main_thread();
};

/// An exception must not climb into what is the creator's part of the stack.
[[noreturn, gnu::hot]] void begin_forked_child(Process& object, const std::shared_ptr<ProcessState>& state,
                                               Known known, Lock server, Lock library) noexcept {
  ThisProcess& process = this_process();
  if (!process.stdin_is_null) replace_stdin(process.spare.get(), known.stdin_is_used);
  if (!known.is_main) adopt_main_thread();
  begin_child(process, state, StartMethod::fork, std::move(process.own_handle));
  if (std::exchange(process.has_forkserver, false)) forget_forkserver();
  const bool has_pipes = !process.pipes.empty();
  library.unlock();
  server.unlock();
  if (has_pipes) keep_given_pipes(object, state->task.get());
  live_as_forked_child(object);
}

}  // namespace

[[gnu::hot]] void start_by_fork(Process& object, const std::shared_ptr<ProcessState>& state) {
  Lock server = lock_forkserver();
  Lock library = lock_library();
  ThisProcess& process = this_process();
  prepare_to_start(process);
  Gate gate;
  const Known known;
  const pid_type pid = ::fork();
  if (pid < 0) throw_errno("fork");
  if (pid == 0) {
    gate.wait();
    begin_forked_child(object, state, known, std::move(server), std::move(library));
  }
  ProcessHandle handle = handle_of(pid, process);
  if (!handle) {
    const int error = errno;
    destroy_child(pid);
    throw_errno(error, "open a handle of the child");
  }
  adopt_child(process, state, std::make_unique<Child>(pid, std::move(handle)));
}

}  // namespace exeunt::detail
