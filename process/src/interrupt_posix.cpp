#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include <exeunt/exit.hpp>

#include "interrupt.hpp"
#include "known_fd.hpp"
#include "latch.hpp"
#include "this_process.hpp"

namespace exeunt::detail {

namespace {

// A pid instead of a flag: what the parent had pending at a fork does not count in the child.
std::atomic<pid_type> interrupted_process{0};
std::atomic<pid_type> latch_owner{0};
std::atomic<native_handle> latch{no_handle};
FileIdentity identity_of_latch;  // written before the latch has an owner
std::atomic<pthread_t> main_thread{};
std::atomic<bool> handling{false};
static_assert(std::atomic<pid_type>::is_always_lock_free && std::atomic<native_handle>::is_always_lock_free);

void on_interrupt(int number) {
  const int error = errno;
  const pid_type self = ::getpid();
  if (interrupted_process.exchange(self) == self) {
    ::signal(number, SIG_DFL);
    ::kill(self, number);  // delivered when this handler returns
  } else if (latch_owner.load() == self && identity_of(latch.load()) == identity_of_latch) {
    raise_latch(latch.load());
  }
  errno = error;
}

bool may_be_interrupted() {
  return handling.load() && is_main_thread();
}

}  // namespace

void handle_interrupts() noexcept {
  struct sigaction old = {};
  struct sigaction ours = {};
  ours.sa_handler = on_interrupt;
  sigemptyset(&ours.sa_mask);  // no SA_RESTART: a blocked read of the program's own returns as well
  handling = ::sigaction(SIGINT, &ours, &old) == 0 && old.sa_handler == SIG_DFL;
  if (!handling) ::sigaction(SIGINT, &old, nullptr);
}

void adopt_main_thread() noexcept {
  main_thread = ::pthread_self();
}

// pthread_self() is declared to depend on nothing: inlined before a fork() it may be called behind it, where
// the child pays for it.
[[gnu::noinline]] bool is_main_thread() noexcept {
  return ::pthread_equal(main_thread.load(), ::pthread_self()) != 0;
}

native_handle interrupt_handle() {
  if (!may_be_interrupted()) return no_handle;
  const pid_type self = own_pid();
  if (latch_owner.load() != self || identity_of(latch.load()) != identity_of_latch) {
    latch_owner = 0;
    if (const native_handle old = latch.exchange(no_handle); identity_of(old) == identity_of_latch)
      UniqueFd{old};
    latch = make_latch("wait for interrupts").release();
    identity_of_latch = identity_of(latch.load());
    latch_owner = self;
  }
  return latch.load();
}

[[gnu::hot]] void throw_if_interrupted() {
  if (interrupted_process.load() == 0 || !may_be_interrupted()) return;
  pid_type self = own_pid();
  if (interrupted_process.compare_exchange_strong(self, 0)) throw KeyboardInterrupt{};
}

void die_of_interrupt() noexcept {
  ::signal(SIGINT, SIG_DFL);
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  ::kill(::getpid(), SIGINT);
  ::pthread_sigmask(SIG_UNBLOCK, &interrupt, nullptr);
}

}  // namespace exeunt::detail
