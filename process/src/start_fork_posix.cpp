#include <unistd.h>

#include <cerrno>

#include "child_posix.hpp"
#include "coverage.hpp"
#include "end_now.hpp"
#include "gate.hpp"
#include "interrupt.hpp"
#include "start.hpp"
#include "stdio_state.hpp"
#include "streams.hpp"

namespace exeunt::detail {

namespace {

/// Shut until it is opened; who is still at it when it goes is refused. Takes the lock.
class ForkGate {
 public:
  ForkGate() {
    const auto lock = lock_library();
    ThisProcess& process = this_process();
    prepare_to_start(process);
    word_ = &take_gate(process);
    round_ = shut_gate(*word_);
  }
  ~ForkGate() {
    const auto lock = lock_library();
    give_gate_back(this_process(), *word_);
  }
  ForkGate(const ForkGate&) = delete;
  ForkGate& operator=(const ForkGate&) = delete;

  void open() noexcept { open_gate(*word_, round_); }
  void refuse() noexcept { refuse_at_gate(*word_, round_); }
  /// In the child.
  bool pass(native_handle creator) const noexcept { return pass_gate(*word_, round_, creator); }

 private:
  GateWord* word_;
  GateRound round_;
};

/// What is asked before the fork, since each page that the child touches first costs it a fault.
struct Known {
  bool stdin_is_used = is_stdin_used();
  bool own_buffers = has_own_buffers();
  bool is_main = is_main_thread();
};

/// An exception must not climb into what is the creator's part of the stack.
[[noreturn, gnu::hot]] void begin_forked_child(Process& object, const std::shared_ptr<ProcessState>& state,
                                               Known known, const ForkGate& gate,
                                               StreamsAtFork& streams) noexcept {
  auto lock = lock_library();
  ThisProcess& process = this_process();
  streams.begin_child();
  replace_stdin(process.null.get(), known.stdin_is_used);
  if (known.own_buffers) forget_own_buffers();
  if (!known.is_main) adopt_main_thread();
  begin_child(process, state, StartMethod::fork, std::move(process.own_handle));
  process.has_forkserver = false;
  const bool has_pipes = !process.pipes.empty();
  lock.unlock();
  if (!gate.pass(process.parent.ended.get())) end_now(0);
  if (has_pipes) keep_given_pipes(object, state->task.get());
  begin_coverage();
  live_as_forked_child(object);
}

}  // namespace

[[gnu::hot]] void start_by_fork(Process& object, const std::shared_ptr<ProcessState>& state) {
  ChildPlace place(state);
  ForkGate gate;
  StreamsAtFork streams;
  flush_standard_streams();
  const Known known;
  const pid_type pid = ::fork();
  if (pid < 0) throw_errno("fork");
  if (pid == 0) begin_forked_child(object, state, known, gate, streams);
  ProcessHandle handle = open_process(pid);
  if (!handle) {
    const int error = errno;
    gate.refuse();
    await_end(pid);
    throw_errno(error, "open a handle of the child");
  }
  place.fill(Child(pid, std::move(handle)));
  gate.open();
}

}  // namespace exeunt::detail
