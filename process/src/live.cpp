#include <cstdlib>
#include <system_error>

#include "coverage.hpp"
#include "end_now.hpp"
#include "ending.hpp"
#include "exit_handlers.hpp"
#include "forkserver.hpp"
#include "start.hpp"
#include "streams.hpp"
#include "thread_end.hpp"

namespace exeunt::detail {

namespace {

/// Runs the process's own code and says on stderr how it ended.
[[gnu::hot]] int run_and_report(Process& object) {
  const Ending ending = run_to_its_end([&object] { object.run(); });
  if (ending.message) write_to_stderr(*ending.message + "\n");
  if (!ending.error.empty()) write_to_stderr("Process " + current_process().name() + ":\n" + ending.error);
  return ending.status;
}

[[gnu::hot]] int flush_streams() {
  const int output = flush_stdout(Reach::all);
  const int errors = flush_stderr(Reach::all);
  return output != 0 ? output : errors;
}

[[noreturn, gnu::hot]] void leave(int status) {
  run_exit_handlers();
  dismiss_forkserver();
  write_coverage();
  end_now(status);  // without another flush, as CPython's forked children
}

std::string describe_flush_error(int error) {
  return "OSError: [Errno " + std::to_string(error) + "] " + std::generic_category().message(error) + "\n";
}

[[noreturn, gnu::hot]] void leave_forked(int status) {
  leave(flush_streams() == 0 ? status : 1);
}

[[noreturn, gnu::hot]] void leave_served(int status) {
  const int error = flush_streams();
  if (error != 0) write_to_stderr(describe_flush_error(error));
  leave(error == 0 ? status : 1);
}

/// @return  the status for main() to return.
int end_spawned(int status) {
  const int early = flush_streams();
  run_exit_handlers();
  dismiss_forkserver();
  const int late = flush_streams();
  return early == 0 && late == 0 ? status : 120;
}

}  // namespace

// pthread_exit() on the thread that runs the process ends it as exit() does.

[[gnu::hot]] EXEUNT_CATCHES_THREAD_END void live_as_forked_child(Process& object) {
  try {
    leave_forked(run_and_report(object));
  } catch (const ThreadEnd&) {
    leave_forked(0);
  }
}

[[gnu::hot]] EXEUNT_CATCHES_THREAD_END void live_as_served_child(Process& object) {
  try {
    leave_served(run_and_report(object));
  } catch (const ThreadEnd&) {
    leave_served(0);
  }
}

void end_child_at_std_exit() noexcept {
  end_spawned(0);
}

EXEUNT_CATCHES_THREAD_END int live_as_spawned_child(Process& object) {
  try {
    return end_spawned(run_and_report(object));
  } catch (const ThreadEnd&) {
    std::exit(end_spawned(0));
  }
}

}  // namespace exeunt::detail
