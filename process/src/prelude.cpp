#include "prelude.hpp"

#include <exeunt/crossing.hpp>
#include <exeunt/error.hpp>

#include "executable.hpp"

namespace exeunt::detail {

void write_prelude(Encoder& out, const ProcessState& state) {
  out.write(executable_fingerprint());
  out.text(state.authkey.bytes());
  out.write(state.identity);
  out.write(state.name);
  out.write(state.daemon);
  out.write(state.parent_pid);
  out.write(state.parent_name);
  out.write(state.task != nullptr);
  if (!state.task) return;
  out.function(reinterpret_cast<Function>(state.task->restore()));
  state.task->encode(out);
}

native_handle write_spawn_prelude(Encoder& out, const ProcessState& state) {
  auto lock = lock_library();
  ThisProcess& process = this_process();
  prepare_to_start(process);
  out.handle(process.own_handle.get());
  const native_handle null = process.null.get();
  lock.unlock();
  write_prelude(out, state);
  return null;
}

std::shared_ptr<ProcessState> read_prelude(Decoder& in) {
  if (in.read<std::uint64_t>() != executable_fingerprint()) {
    throw RuntimeError("the executable is not the one that started this process; it was replaced meanwhile");
  }
  auto state = std::make_shared<ProcessState>(AuthKey(in.text()));
  state->identity = in.read<std::vector<unsigned>>();
  state->name = in.text();
  state->daemon = in.read<bool>();
  state->parent_pid = in.read<pid_type>();
  state->parent_name = in.text();
  if (!in.read<bool>()) return state;
  const auto restore = reinterpret_cast<Task::Restore>(in.function());
  state->task = restore(in);
  return state;
}

}  // namespace exeunt::detail
