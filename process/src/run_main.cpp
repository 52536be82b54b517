#include <exeunt/run_main.hpp>

#include <cerrno>
#include <string_view>
#include <system_error>

#include "ending.hpp"
#include "exit_handlers.hpp"
#include "forkserver.hpp"
#include "interrupt.hpp"
#include "own_command.hpp"
#include "roles.hpp"
#include "start.hpp"
#include "streams.hpp"

namespace exeunt {

namespace detail {

namespace {

constexpr int lost_output_status = 120;

void settle_in(const char* program) {
  open_missing_stdio();
  buffer_as_cpython_does();
  ignore_broken_pipes();
  adopt_main_thread();
  handle_interrupts();
  register_end_at_std_exit();
  const auto lock = lock_library();
  process_record().entered_run_main = true;
  process_record().program = program;
}

/// The last flush of all; what it cannot write it reports.
bool flush_at_last(int earlier_error) {
  flush_stderr(Reach::all);
  const int error = flush_stdout(Reach::all);
  if (error == 0 && earlier_error == 0 && !has_lost_output()) return true;
  const int known = earlier_error != 0 ? earlier_error : error;
  const std::error_code reason(known != 0 ? known : EIO, std::generic_category());
  write_to_stderr("Exception ignored while flushing sys.stdout:\nOSError: [Errno " +
                  std::to_string(reason.value()) + "] " + reason.message() + "\n");
  return false;
}

/// Behind the first flush, which may have failed.
bool end_main(int error_of_flush) {
  run_exit_handlers();
  dismiss_forkserver();
  return flush_at_last(error_of_flush);
}

/// docs/semantics.md, part A
template <class Program>
int live_as_main(Program program) {
  const Ending ending = run_to_its_end(program);
  flush_stderr(Reach::safe);
  const int error = flush_stdout(Reach::safe);
  if (ending.message) write_to_stderr(*ending.message + "\n");
  write_to_stderr(ending.error);
  const bool flushed = end_main(error);
  if (ending.interrupted) die_of_interrupt();
  return flushed ? ending.status : lost_output_status;
}

int begin_and_live_as_spawned_child(const char* argument) {
  Process* object = nullptr;
  const Ending beginning = run_to_its_end([&] { object = &begin_spawned_child(argument); });
  if (object != nullptr && beginning.status == 0) return live_as_spawned_child(*object);
  write_to_stderr("exeunt: cannot begin a spawned process: " + beginning.error);
  return 1;
}

template <class Program>
int play_role(std::span<char* const> arguments, Program program) {
  settle_in(arguments.empty() ? "exeunt" : arguments[0]);
  note_own_command(arguments.size());
  if (arguments.size() == 3 && std::string_view(arguments[1]).starts_with("--exeunt-")) {
    const std::string_view role = arguments[1];
    set_process_name(role == forkserver_role ? forkserver_name : program_name());
    if (role == spawn_role) return begin_and_live_as_spawned_child(arguments[2]);
    if (role == forkserver_role) serve_forks(arguments[1], arguments[2]);
  }
  return live_as_main(program);
}

}  // namespace

void end_main_at_std_exit() noexcept {
  flush_stderr(Reach::safe);
  end_main(flush_stdout(Reach::safe));
}

const char* program_name() {
  const auto lock = lock_library();
  return process_record().program;
}

void begin_fresh_child(std::shared_ptr<ProcessState> state, StartMethod method, UniqueFd parent_ended) {
  const auto lock = lock_library();
  ThisProcess& process = process_record();
  begin_child(process, std::move(state), method, KnownFd(std::move(parent_ended)));
}

}  // namespace detail

int run_main(int argc, char** argv, void (*program)()) {
  return detail::play_role({argv, static_cast<std::size_t>(argc)}, program);
}

int run_main(int argc, char** argv, void (*program)(std::span<char* const> arguments)) {
  const std::span<char* const> arguments(argv, static_cast<std::size_t>(argc));
  return detail::play_role(arguments, [=] { program(arguments); });
}

}  // namespace exeunt
