#include <windows.h>

#include <csignal>

#include <atomic>
#include <system_error>

#include <exeunt/exit.hpp>

#include "end_now.hpp"
#include "interrupt.hpp"
#include "latch.hpp"

namespace exeunt::detail {

namespace {

std::atomic<bool> interrupted{false};
std::atomic<bool> handling{false};
std::atomic<native_handle> latch{no_handle};
std::atomic<DWORD> main_thread{0};

// On Ctrl-C the C runtime calls it on a thread of its own, after raise() on the thread that called that.
void on_interrupt(int number) {
  std::signal(number, on_interrupt);  // the C runtime has put the default action back
  if (interrupted.exchange(true)) die_of_interrupt();
  raise_latch(latch);
}

bool may_be_interrupted() {
  return handling && is_main_thread();
}

}  // namespace

void handle_interrupts() noexcept {
  try {
    latch = make_latch("wait for interrupts").release();
  } catch (const std::system_error&) {
    return;  // interrupts then do what they do to any program
  }
  const auto old = std::signal(SIGINT, on_interrupt);
  handling = old == SIG_DFL;
  if (!handling && old != SIG_ERR) std::signal(SIGINT, old);
}

void adopt_main_thread() noexcept {
  main_thread = ::GetCurrentThreadId();
}

bool is_main_thread() noexcept {
  return main_thread == ::GetCurrentThreadId();
}

native_handle interrupt_handle() {
  return may_be_interrupted() ? latch.load() : no_handle;
}

void throw_if_interrupted() {
  if (may_be_interrupted() && interrupted.exchange(false)) throw KeyboardInterrupt{};
}

// The status that a shell takes for Ctrl-C; CPython ends with it too.
void die_of_interrupt() noexcept {
  end_now(static_cast<int>(STATUS_CONTROL_C_EXIT));
}

}  // namespace exeunt::detail
