#include "this_process.hpp"

#include <algorithm>
#include <cstddef>
#include <new>
#include <typeinfo>
#include <utility>

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

namespace {

// Never destroyed: objects and threads of the program outlive this file's statics. And guarded by nothing but
// the lock itself, so that a fork() finds no guard half open. It lies together, in one page: a forked child
// pays for each that it writes to.
struct Statics {
  Commons commons;
  bool has_record = false;
  alignas(ThisProcess) std::byte record[sizeof(ThisProcess)] = {};
};
static_assert(sizeof(Statics) <= 1024);
alignas(1024) constinit Statics statics;

}  // namespace

[[gnu::hot]] Commons& commons() noexcept {
  return statics.commons;
}

[[gnu::hot]] Lock lock_library() {
  return Lock(statics.commons.mutex);
}

[[gnu::hot]] ThisProcess& process_record() {
  if (!statics.has_record) {
    new (statics.record) ThisProcess;
    statics.has_record = true;
  }
  return *std::launder(reinterpret_cast<ThisProcess*>(statics.record));
}

[[gnu::hot]] ThisProcess& this_process() {
  ThisProcess& process = process_record();
  if (!process.self) become_main(process);
  return process;
}

[[gnu::hot]] void register_exit_wait(ThisProcess& process) {
  if (!process.handlers_before_wait) process.handlers_before_wait = process.exit_handlers.size();
}

void register_exit_wait() {
  const auto lock = lock_library();
  register_exit_wait(this_process());
}

ChildPlace::ChildPlace(std::shared_ptr<ProcessState> state)
    : state_(std::move(state)), child_(std::make_shared<Child>()) {
  const auto lock = lock_library();
  ThisProcess& process = this_process();
  process.children.push_back(state_);
  state_->turn = ++process.turns;
}

ChildPlace::~ChildPlace() {
  const auto lock = lock_library();
  if (child_) std::erase(this_process().children, state_);
}

[[gnu::hot]] void ChildPlace::fill(Child child) noexcept {
  const auto lock = lock_library();
  *child_ = std::move(child);
  state_->child = std::move(child_);
  state_->last_known = known_as_running;
}

[[gnu::hot]] std::optional<exitcode_type> poll(ProcessState& state) {
  const std::optional<exitcode_type> exitcode = state.child->poll();
  if (exitcode) state.last_known = *exitcode;
  return exitcode;
}

[[gnu::hot]] void reap_children(ThisProcess& process) {
  std::erase_if(process.children, [](const auto& state) { return state->child && poll(*state); });
}

[[gnu::hot]] void reap_zombies(ThisProcess& process) {
  const bool any = has_child_to_reap();
  std::erase_if(process.children, [any](const auto& state) {
    if (!state->child) return false;
    if (state->child->known_exitcode()) return true;
    return (any || !state->child->is_own()) && poll(*state);
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
                              KnownFd parent_ended) {
  forget_own_pid();
  process.self = std::move(self);
  process.self->starting = false;
  process.parent.self = process.self.get();
  process.parent.ended = std::move(parent_ended);
  process.constructed = 0;
  process.children.swap(process.self->inherited.children);
  process.exit_handlers.swap(process.self->inherited.exit_handlers);
  process.handlers_before_wait = 0;
  process.has_ended = false;
  process.start_method = method;
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
    if (state->child && state->object != nullptr) objects.push_back(state->object);
  }
  return objects;
}

}  // namespace exeunt
