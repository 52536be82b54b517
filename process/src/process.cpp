#include <algorithm>

#include <exeunt/error.hpp>
#include <exeunt/process_object.hpp>

#include "class_name.hpp"
#include "this_process.hpp"
#include "waiting.hpp"

namespace exeunt {

using detail::LastKnown;
using detail::lock_library;
using detail::ProcessState;
using detail::this_process;

namespace {

void forget(const ProcessState& state) {
  std::erase_if(this_process().children, [&](const auto& child) { return child.get() == &state; });
}

bool is_main_program(const ProcessState& state) {
  return state.parent_pid == 0;
}

bool is_self(const ProcessState& state) {
  return this_process().self.get() == &state;
}

/// Reaps it when it has ended; only its creator can.
std::optional<exitcode_type> exitcode_of(ProcessState& state) {
  if (!state.child || state.parent_pid != detail::own_pid()) return std::nullopt;
  const std::optional<exitcode_type> exitcode = detail::poll(state);
  if (exitcode) forget(state);
  return exitcode;
}

}  // namespace

Process::Process() : Process(ProcessOptions{}) {}

Process::Process(ProcessOptions options) : Process(std::move(options), std::unique_ptr<detail::Task>()) {}

Process::Process(ProcessOptions options, std::unique_ptr<detail::Task> task) {
  const auto lock = lock_library();
  detail::ThisProcess& process = this_process();
  state_ = std::make_shared<ProcessState>(process.self->authkey);
  state_->identity = process.self->identity;
  state_->identity.push_back(++process.constructed);
  state_->name = std::move(options.name);
  state_->daemon = options.daemon.value_or(process.self->daemon);
  state_->parent_pid = detail::own_pid();
  state_->parent_name = name_of(*process.self);
  state_->task = std::move(task);
  state_->object = this;
}

Process::Process(std::shared_ptr<ProcessState> state) : state_(std::move(state)) {
  state_->object = this;
}

Process::Process(Process&& other) noexcept : state_(std::move(other.state_)) {
  const auto lock = lock_library();
  if (state_) state_->object = this;
}

Process& Process::operator=(Process&& other) noexcept {
  if (this == &other) return *this;
  const std::shared_ptr<ProcessState> old = std::exchange(state_, std::move(other.state_));
  const auto lock = lock_library();
  if (old) old->object = nullptr;
  if (state_) state_->object = this;
  return *this;
}

Process::~Process() {
  if (!state_) return;
  const auto lock = lock_library();
  if (state_->object == this) state_->object = nullptr;
}

[[gnu::hot]] ProcessState& Process::open_state() const {
  if (!state_ || state_->closed) throw ValueError("process object is closed");
  return *state_;
}

[[gnu::hot]] void Process::run() {
  const ProcessState& state = open_state();
  if (state.started) throw AttributeError("'Process' object has no attribute '_target'");
  if (state.task) state.task->run();
}

namespace {

bool join_until(ProcessState& state, detail::Deadline deadline) {
  auto lock = lock_library();
  if (state.parent_pid != detail::own_pid()) throw AssertionError("can only join a child process");
  if (!state.child) throw AssertionError("can only join a started process");
  const std::shared_ptr<detail::Child> child = state.child;  // its handle stays open while it is waited for
  for (;;) {
    const native_handle awaited = child->awaited();
    lock.unlock();
    const bool ended = detail::wait_ready(awaited, deadline);
    lock.lock();
    if (exitcode_of(state)) return true;
    if (!ended) return false;
  }
}

}  // namespace

void Process::join() {
  join_until(open_state(), detail::Deadline());
}

bool Process::join_for(std::chrono::nanoseconds limit) {
  return join_until(open_state(), detail::Deadline(limit));
}

namespace {

/// A signal whose handler this is came while its thread had the lock, so that it will not get it.
bool came_to_a_busy_thread() {
  return detail::commons().mutex.is_entered_here();
}

LastKnown known(const ProcessState& state) {
  return state.parent_pid == detail::own_pid() ? state.last_known.load() : detail::known_as_unstarted;
}

}  // namespace

bool Process::is_alive() const {
  ProcessState& state = open_state();
  if (came_to_a_busy_thread()) return is_self(state) || known(state) == detail::known_as_running;
  const auto lock = lock_library();
  if (is_self(state)) return true;
  if (state.parent_pid != detail::own_pid()) throw AssertionError("can only test a child process");
  return state.child && !exitcode_of(state);
}

std::optional<exitcode_type> Process::exitcode() const {
  ProcessState& state = open_state();
  if (came_to_a_busy_thread()) {
    const LastKnown last = known(state);
    if (last >= detail::known_as_running) return std::nullopt;
    return static_cast<exitcode_type>(last);
  }
  const auto lock = lock_library();
  return exitcode_of(state);
}

std::optional<pid_type> Process::pid() const {
  const ProcessState& state = open_state();
  const auto lock = lock_library();
  if (is_self(state)) return detail::own_pid();
  if (!state.child) return std::nullopt;
  return state.child->pid();
}

const std::string& Process::name() const {
  if (!state_) throw ValueError("process object is closed");
  const auto lock = lock_library();
  return name_of(*state_);
}

void Process::set_name(std::string name) {
  if (!state_) throw ValueError("process object is closed");
  const auto lock = lock_library();
  state_->name = std::move(name);
}

bool Process::daemon() const {
  if (!state_) throw ValueError("process object is closed");
  const auto lock = lock_library();
  return state_->daemon;
}

void Process::set_daemon(bool daemon) {
  if (!state_) throw ValueError("process object is closed");
  const auto lock = lock_library();
  if (state_->child) throw AssertionError("process has already started");
  state_->daemon = daemon;
}

const AuthKey& Process::authkey() const {
  if (!state_) throw ValueError("process object is closed");
  return state_->authkey;
}

void Process::set_authkey(AuthKey key) {
  if (!state_) throw ValueError("process object is closed");
  const auto lock = lock_library();
  state_->authkey = std::move(key);
}

native_handle Process::sentinel() const {
  const ProcessState& state = open_state();
  const auto lock = lock_library();
  if (!state.child) throw ValueError("process not started");
  return state.child->sentinel();
}

namespace {

detail::Child& child_of(const ProcessState& state, const char* member) {
  if (state.child) return *state.child;
  throw AttributeError("'NoneType' object has no attribute '" + std::string(member) + "'");
}

}  // namespace

void Process::interrupt() {
  const ProcessState& state = open_state();
  const auto lock = lock_library();
  child_of(state, "interrupt").interrupt();
}

void Process::terminate() {
  const ProcessState& state = open_state();
  const auto lock = lock_library();
  child_of(state, "terminate").terminate();
}

void Process::kill() {
  const ProcessState& state = open_state();
  const auto lock = lock_library();
  child_of(state, "kill").kill();
}

void Process::close() {
  if (!state_ || state_->closed || is_main_program(*state_)) return;
  std::shared_ptr<detail::Child> child;
  auto lock = lock_library();
  if (state_->child) {
    if (!exitcode_of(*state_)) {
      throw ValueError(
          "Cannot close a process while it is still running. You should first call join() or terminate().");
    }
    child = std::move(state_->child);
  }
  state_->closed = true;
  if (is_self(*state_)) return;  // its target is running
  const std::unique_ptr<detail::Task> task = std::move(state_->task);
  lock.unlock();  // before the program's own destructors run
}

namespace {

std::string describe(ProcessState& state, bool is_main) {
  std::string pid;
  std::string exit;
  const char* standing = "initial";
  if (is_self(state)) {
    standing = "started";
  } else if (state.closed) {
    standing = "closed";
  } else if (state.parent_pid != detail::own_pid()) {
    standing = "unknown";
  } else if (state.child) {
    const std::optional<exitcode_type> code = exitcode_of(state);
    standing = code ? "stopped" : "started";
    if (code) exit = " exitcode=" + detail::exitcode_text(*code);
  }
  if (state.child) pid = " pid=" + std::to_string(state.child->pid());
  const std::string parent = is_main ? "None" : std::to_string(state.parent_pid);
  return pid + " parent=" + parent + " " + standing + exit + (state.daemon ? " daemon" : "");
}

}  // namespace

std::string to_string(const Process& process) {
  const std::shared_ptr<ProcessState>& state = ProcessState::of(process);
  if (!state) return "<Process closed>";
  const auto lock = lock_library();
  const bool is_main = is_main_program(*state);
  const std::string type = is_main ? "_MainProcess" : detail::class_name(typeid(process));
  return "<" + type + " name='" + name_of(*state) + "'" + describe(*state, is_main) + ">";
}

}  // namespace exeunt
