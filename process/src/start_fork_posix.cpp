#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "forkserver.hpp"
#include "start.hpp"

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
UniqueFd handle_of(pid_type pid, ThisProcess& process) {
  UniqueFd handle = open_process(pid);
  if (!handle && (errno == EMFILE || errno == ENFILE)) {
    process.spare.reset();
    handle = open_process(pid);
  }
  return handle;
}

std::unique_ptr<ParentWatch> watch_of(const ProcessState& state, UniqueFd ended) {
  return std::make_unique<ParentWatch>(ParentWatch{state.parent_name, state.parent_pid, std::move(ended)});
}

/// An exception must not climb into what is the creator's part of the stack.
[[noreturn]] void begin_forked_child(Process& object, const std::shared_ptr<ProcessState>& state,
                                     std::unique_lock<std::mutex> server,
                                     std::unique_lock<std::mutex> library) noexcept {
  ThisProcess& process = this_process();
  begin_child(process, state, StartMethod::fork, watch_of(*state, std::move(process.own_handle)));
  forget_forkserver();
  library.unlock();
  server.unlock();
  keep_given_pipes(object, state->task.get());
  live_as_forked_child(object);
}

}  // namespace

void start_by_fork(Process& object, const std::shared_ptr<ProcessState>& state) {
  std::unique_lock<std::mutex> server = lock_forkserver();
  std::unique_lock<std::mutex> library = lock_library();
  ThisProcess& process = this_process();
  prepare_to_start(process);
  Gate gate;
  const pid_type pid = ::fork();
  if (pid < 0) throw_errno("fork");
  if (pid == 0) {
    gate.wait();
    begin_forked_child(object, state, std::move(server), std::move(library));
  }
  UniqueFd handle = handle_of(pid, process);
  if (!handle) {
    const int error = errno;
    destroy_child(pid);
    throw_errno(error, "open a handle of the child");
  }
  adopt_child(process, state, std::make_unique<Child>(pid, std::move(handle)));
}

}  // namespace exeunt::detail
