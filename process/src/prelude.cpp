#include "prelude.hpp"

#include <exeunt/crossing.hpp>
#include <exeunt/error.hpp>

#include "executable.hpp"

namespace exeunt::detail {

namespace {

template <class T>
T next(Decoder& in) {
  return Crosses<T>::decode(in);
}

template <class T>
void add(Encoder& out, const T& value) {
  Crosses<T>::encode(out, value);
}

}  // namespace

void write_prelude(Encoder& out, const ProcessState& state) {
  add(out, executable_fingerprint());
  out.text(state.authkey.bytes());
  add(out, state.identity);
  add(out, state.name);
  add(out, state.daemon);
  add(out, state.parent_pid);
  add(out, state.parent_name);
  add(out, state.task != nullptr);
  if (!state.task) return;
  out.function(reinterpret_cast<Function>(state.task->restore()));
  state.task->encode(out);
}

native_handle write_spawn_prelude(Encoder& out, const ProcessState& state) {
  auto lock = lock_library();
  ThisProcess& process = this_process();
  prepare_to_start(process);
  out.handle(process.own_handle.get());
  const native_handle null = process.spare.get();
  lock.unlock();
  write_prelude(out, state);
  return null;
}

std::shared_ptr<ProcessState> read_prelude(Decoder& in) {
  if (next<std::uint64_t>(in) != executable_fingerprint()) {
    throw RuntimeError("the executable is not the one that started this process; it was replaced meanwhile");
  }
  auto state = std::make_shared<ProcessState>(AuthKey(in.text()));
  state->identity = next<std::vector<unsigned>>(in);
  state->name = in.text();
  state->daemon = next<bool>(in);
  state->parent_pid = next<pid_type>(in);
  state->parent_name = in.text();
  if (!next<bool>(in)) return state;
  const auto restore = reinterpret_cast<Task::Restore>(in.function());
  state->task = restore(in);
  return state;
}

}  // namespace exeunt::detail
