#include "start.hpp"

#include <cstring>
#include <system_error>
#include <typeinfo>

#include <exeunt/error.hpp>
#include <exeunt/task.hpp>

#include "class_name.hpp"
#include "streams.hpp"

namespace exeunt {

namespace detail {

void target_does_not_cross(const std::type_info& type) {
  throw TypeError(
      "the target, of type '" + type_name(type) +
      "', carries data of its own, so it can be started with fork only; pass that data as arguments "
      "to a function or to a lambda without captures");
}

void argument_does_not_cross(std::size_t position, const std::type_info& type) {
  throw TypeError("argument " + std::to_string(position) + " of the target, of type '" + type_name(type) +
                  "', can be passed with fork only; give it an exeunt::Crossing");
}

namespace {

/// what() is "STEP: REASON"; the reason is added again.
std::system_error with_name(const std::system_error& error, const ProcessState& state) {
  const std::string step(error.what(), std::strlen(error.what()) - error.code().message().size() - 2);
  return std::system_error(error.code(), "cannot start process '" + state.name + "': " + step);
}

void claim(ProcessState& state) {
  const auto lock = lock_library();
  ThisProcess& process = this_process();
  if (state.child || state.starting) throw AssertionError("cannot start a process twice");
  if (state.parent_pid != own_pid()) {
    throw AssertionError("can only start a process object created by current process");
  }
  if (process.self->daemon) throw AssertionError("daemonic processes are not allowed to have children");
  reap_zombies(process);
  register_exit_wait(process);
  name_of(state);
  state.starting = true;
}

/// The target and its arguments are the child's now; they are destroyed outside the lock.
std::unique_ptr<Task> settle(ProcessState& state) {
  const auto lock = lock_library();
  state.starting = false;
  state.started = state.child != nullptr;
  return state.started ? std::move(state.task) : nullptr;
}

void start_by(StartMethod method, Process& object, const std::shared_ptr<ProcessState>& state) {
  if (method == StartMethod::fork) return start_by_fork(object, state);
  flush_standard_streams();
  const std::string name(to_string(method));
  if (typeid(object) != typeid(Process)) {
    throw TypeError("an object of the derived class '" + type_name(typeid(object)) +
                    "' can be started with fork only; the start method is " + name);
  }
  {
    const auto lock = lock_library();
    if (!this_process().entered_run_main) {
      throw RuntimeError("the start method " + name +
                         " needs a main() that calls exeunt::run_main(), where its processes begin");
    }
  }
  if (method == StartMethod::spawn) return start_by_spawn(state);
  start_by_forkserver(state);
}

}  // namespace

void flush_standard_streams() {
  const int output = flush_stdout(Reach::safe);
  if (output != 0) throw_errno(output, "flush stdout");
  const int errors = flush_stderr(Reach::safe);
  if (errors != 0) throw_errno(errors, "flush stderr");
}

}  // namespace detail

void Process::start() {
  const std::shared_ptr<detail::ProcessState> state = (open_state(), state_);
  detail::claim(*state);
  try {
    const StartMethod method = get_start_method();
    detail::start_by(method, *this, state);
  } catch (const std::system_error& error) {
    detail::settle(*state);
    throw detail::with_name(error, *state);
  } catch (...) {
    detail::settle(*state);
    throw;
  }
  detail::settle(*state);
}

}  // namespace exeunt
