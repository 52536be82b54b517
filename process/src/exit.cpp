#include <exeunt/exit.hpp>

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
  const auto lock = detail::lock_library();
  detail::this_process().exit_handlers.push_back(std::move(handler));
}

namespace detail {

namespace {

using States = std::vector<std::shared_ptr<ProcessState>>;

[[gnu::hot]] States live_children() {
  const auto lock = lock_library();
  ThisProcess& process = this_process();
  reap_children(process);
  States children = process.children;
  // A bare fork() copies the list as well.
  std::erase_if(children, [](const auto& state) { return state->parent_pid != own_pid(); });
  return children;
}

void join(const ProcessState& state) {
  for (;;) {
    wait_ready(state.child->sentinel(), Deadline());
    const auto lock = lock_library();
    if (state.child->poll()) return;
  }
}

[[gnu::hot]] void wait_for_children() {
  for (const auto& state : live_children()) {
    const auto lock = lock_library();
    if (state->daemon) state->child->terminate();
  }
  for (const auto& state : live_children())
    join(*state);
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

}  // namespace

[[gnu::hot]] void run_exit_handlers() noexcept {
  auto lock = lock_library();
  ThisProcess& process = this_process();
  process.waits_at_exit = true;  // what starts from here on is not waited for any more
  for (std::size_t left = process.exit_handlers.size(); left > 0; --left) {
    ExitHandler handler = std::move(process.exit_handlers[left - 1]);  // others may be added behind it
    lock.unlock();
    run_reported(handler);
    handler = nullptr;  // what it holds may want the lock
    lock.lock();
  }
}

}  // namespace detail

}  // namespace exeunt
