#include "this_process.hpp"

#include <sys/random.h>
#include <unistd.h>

#include <atomic>
#include <utility>

#include "descriptor_posix.hpp"
#include "fork_handlers.hpp"
#include "forkserver.hpp"
#include "interrupt.hpp"

namespace exeunt::detail {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  if (::getentropy(bytes.data(), count) != 0) throw_errno("make a random authkey");
  return bytes;
}

// How fork() finds the library whole, whoever calls it. The lock is held across it, so that no thread is in
// the middle of a change, and the child of whatever thread lets it go. The fork server's lock may be held as
// long as the server takes to answer: the child gets a new one, as it has no server. The handlers are
// registered before any of the program's, so that those run while nothing is locked.

namespace {

constinit std::atomic<bool> handles_forks{false};
thread_local bool forks_from_within = false;  // out of a handler of a signal that came while it held the lock

[[gnu::hot]] void before_fork() noexcept {
  forks_from_within = commons().mutex.is_held_here();
  if (!forks_from_within) commons().mutex.lock();
}

[[gnu::hot]] void after_fork_in_parent() noexcept {
  if (!std::exchange(forks_from_within, false)) commons().mutex.unlock();
}

[[gnu::hot]] void after_fork_in_child() noexcept {
  commons().pid = 0;
  forget_forkserver();
  if (!std::exchange(forks_from_within, false)) commons().mutex.unlock();
}

[[gnu::constructor(101)]] void handle_forks() noexcept {
  handles_forks = register_fork_handlers(before_fork, after_fork_in_parent, after_fork_in_child) == 0;
}

}  // namespace

[[gnu::hot]] pid_type own_pid() noexcept {
  const pid_type known = commons().pid.load(std::memory_order_relaxed);
  if (known != 0) return known;
  const pid_type pid = ::getpid();
  if (handles_forks) commons().pid = pid;
  return pid;
}

[[gnu::hot]] void forget_own_pid() noexcept {
  commons().pid = 0;
}

void prepare_to_start(ThisProcess& process) {
  const pid_type self = own_pid();
  if (process.own_handle_of != self || !process.own_handle.is_intact())
    process.own_handle = KnownFd(open_own_process());
  process.own_handle_of = self;
  (void)interrupt_handle();
  if (!process.null.is_intact()) process.null = KnownFd(open_null_input());
}

}  // namespace exeunt::detail
