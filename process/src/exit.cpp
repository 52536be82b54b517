#include <exeunt/exit.hpp>

#include <cstdlib>

#include "end_now.hpp"
#include "ending.hpp"
#include "exit_handlers.hpp"
#include "this_process.hpp"
#include "waiting.hpp"

namespace exeunt {

void exit() {
  throw SystemExit();
}
void exit(int status) {
  throw SystemExit(status);
}
void exit(std::string_view message) {
  throw SystemExit(message);
}

void os_exit(int status) {
  detail::end_now(status);
}

void at_exit(std::function<void()> handler) {
  if (!handler) throw std::bad_function_call();
  {
    const auto lock = detail::lock_library();
    detail::this_process().exit_handlers.push_back(std::move(handler));
    if (!detail::process_record().entered_run_main) return;
  }
  // before what the handler may use is destroyed
  detail::register_end_at_std_exit();
}

namespace detail {

namespace {

void terminate_daemons() {
  const auto lock = lock_library();
  ThisProcess& process = this_process();
  reap_children(process);
  for (const auto& state : process.children) {
    if (!state->child || state->parent_pid != own_pid()) continue;
    if (state->daemon) state->child->terminate();
  }
}

/// The first child behind `turn`, which is left at its own. A bare fork() copies the list: those are not
/// this process's.
[[gnu::hot]] std::shared_ptr<Child> next_child(unsigned long& turn, unsigned long last) {
  const auto lock = lock_library();
  for (const auto& state : this_process().children) {
    if (state->turn <= turn || !state->child || state->parent_pid != own_pid()) continue;
    if (state->turn > last) break;
    turn = state->turn;
    return state->child;
  }
  return nullptr;
}

void join(Child& child) {
  auto lock = lock_library();
  while (!child.poll()) {
    const native_handle awaited = child.awaited();
    lock.unlock();
    wait_ready(awaited, Deadline());
    lock.lock();
  }
}

/// Those that have been started until now. Other threads may join and close any of them meanwhile, and start
/// more.
[[gnu::hot]] void wait_for_children() {
  terminate_daemons();
  unsigned long turn = 0;
  const unsigned long last = [] {
    const auto lock = lock_library();
    return this_process().turns;
  }();
  while (const std::shared_ptr<Child> child = next_child(turn, last))
    join(*child);
}

[[gnu::hot]] void run_reported(const ExitHandler& handler) {
  const bool is_ours = !handler;
  const Ending ending = run_to_its_end([&] { is_ours ? wait_for_children() : handler(); });
  std::string what = ending.error;
  if (ending.message || ending.status != 0 || !ending.error.empty()) {
    if (what.empty()) what = "SystemExit: " + ending.message.value_or(std::to_string(ending.status)) + "\n";
    write_to_stderr(std::string("Exception ignored in atexit callback") +
                    (is_ours ? " wait_for_children:\n" : ":\n") + what);
  }
}

/// The handlers from the last to number `first`; others may be added behind them.
[[gnu::hot]] void run_handlers_down_to(std::size_t first, std::size_t& left) {
  auto lock = lock_library();
  while (left > first) {
    ExitHandler handler = std::move(this_process().exit_handlers[--left]);
    lock.unlock();
    if (handler) run_reported(handler);
    handler = nullptr;  // what it holds may want the lock
    lock.lock();
  }
}

}  // namespace

[[gnu::hot]] void run_exit_handlers() noexcept {
  auto lock = lock_library();
  ThisProcess& process = this_process();
  std::size_t left = process.exit_handlers.size();
  const std::optional<std::size_t> before_wait = process.handlers_before_wait;
  // what starts from here on is not waited for any more
  if (!before_wait) process.handlers_before_wait = left;
  lock.unlock();
  run_handlers_down_to(before_wait.value_or(0), left);
  if (before_wait) run_reported(nullptr);
  run_handlers_down_to(0, left);
  lock.lock();
  process.has_ended = true;
}

void register_end_at_std_exit() noexcept {
  std::atexit([] {
    if (commons().mutex.is_held_here()) return;  // out of a handler of a signal
    auto lock = lock_library();
    if (process_record().has_ended) return;
    const bool is_child = process_record().parent.self != nullptr;
    lock.unlock();
    is_child ? end_child_at_std_exit() : end_main_at_std_exit();
  });
}

}  // namespace detail

}  // namespace exeunt
