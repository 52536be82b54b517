#include "this_process.hpp"

#include <algorithm>
#include <cstddef>
#include <typeinfo>

#include <exeunt/error.hpp>

#include "class_name.hpp"

namespace exeunt {

namespace detail {

namespace {

void become_main(ThisProcess& process) {
  process.self = std::make_shared<ProcessState>(AuthKey(random_bytes(32)));
  process.self->name = "MainProcess";
  process.own_object = ProcessState::make_object(process.self);
}

}  // namespace

std::unique_ptr<Process> ProcessState::make_object(std::shared_ptr<ProcessState> state) {
  return std::unique_ptr<Process>(new Process(std::move(state)));
}

const std::shared_ptr<ProcessState>& ProcessState::of(const Process& object) {
  return object.state_;
}

[[gnu::hot]] Lock lock_library() {
  static ForkableMutex& mutex =
      *new ForkableMutex;  // never destroyed: objects of the program outlive this file's
  return Lock(mutex);
}

[[gnu::hot]] ThisProcess& process_record() {
  static ThisProcess& process = *new ThisProcess;
  return process;
}

[[gnu::hot]] ThisProcess& this_process() {
  ThisProcess& process = process_record();
  if (!process.self) become_main(process);
  return process;
}

[[gnu::hot]] void register_exit_wait(ThisProcess& process) {
  if (process.waits_at_exit) return;
  process.exit_handlers.emplace_back();
  process.waits_at_exit = true;
}

void register_exit_wait() {
  const auto lock = lock_library();
  register_exit_wait(this_process());
}

void adopt_child(ThisProcess& process, const std::shared_ptr<ProcessState>& state,
                 std::unique_ptr<Child> child) {
  state->child = std::move(child);
  process.children.push_back(state);
}

[[gnu::hot]] void reap_children(ThisProcess& process) {
  std::erase_if(process.children, [](const auto& state) { return !state->child || state->child->poll(); });
}

[[gnu::hot]] void reap_zombies(ThisProcess& process) {
  const bool any = has_child_to_reap();
  std::erase_if(process.children, [any](const auto& state) {
    if (!state->child || state->child->known_exitcode()) return true;
    return (any || !state->child->is_own()) && state->child->poll();
  });
}

const std::string& name_of(ProcessState& state) {
  if (!state.name.empty()) return state.name;
  const bool derived = state.object != nullptr && typeid(*state.object) != typeid(Process);
  state.name = derived ? class_name(typeid(*state.object)) : "Process";
  char separator = '-';
  for (const unsigned number : state.identity) {
    state.name += separator + std::to_string(number);
    separator = ':';
  }
  return state.name;
}

[[gnu::hot]] void begin_child(ThisProcess& process, std::shared_ptr<ProcessState> self, StartMethod method,
                              UniqueFd parent_ended) {
  process.pid = ask_own_pid();
  process.self = std::move(self);
  process.self->starting = false;
  process.parent.self = process.self.get();
  process.parent.ended = std::move(parent_ended);
  process.constructed = 0;
  if (!process.children.empty()) process.children_of_creators.push_front(std::exchange(process.children, {}));
  process.exit_handlers.clear();
  process.waits_at_exit = false;
  register_exit_wait(process);
  process.start_method = method;
  process.stdin_is_null = true;
}

}  // namespace detail

Process& current_process() {
  std::unique_ptr<Process> replaced;  // destroyed without the lock
  const auto lock = detail::lock_library();
  detail::ThisProcess& process = detail::this_process();
  if (process.self->object == nullptr) {
    replaced = std::exchange(process.own_object, detail::ProcessState::make_object(process.self));
  }
  return *process.self->object;
}

ParentProcess* parent_process() {
  const auto lock = detail::lock_library();
  detail::ThisProcess& process = detail::this_process();
  return process.parent.self != nullptr ? &process.parent_process : nullptr;
}

std::vector<Process*> active_children() {
  const auto lock = detail::lock_library();
  detail::ThisProcess& process = detail::this_process();
  detail::reap_children(process);
  std::vector<Process*> objects;
  for (const auto& state : process.children) {
    if (state->object != nullptr) objects.push_back(state->object);
  }
  return objects;
}

}  // namespace exeunt
