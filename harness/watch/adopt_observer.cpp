// Level adopt: this process is the subreaper (or process 1) of the run, so every process whose parent ends
// becomes its child, and it learns its status. What a living parent reaps itself is never seen.
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <string>
#include <unordered_map>
#include <vector>

#include "watch/children.hpp"
#include "watch/observer.hpp"

namespace harness::watch {
namespace {

class AdoptObserver : public Observer {
 public:
  explicit AdoptObserver(const RunContext& context) : run_(context) {}

  std::optional<StartFailure> start(const Launch& launch) override {
    Started started = start_program(launch, {});
    if (started.failure) return started.failure;
    run_.processes.executed(run_.processes.created(started.pid, -1), *launch.argv);
    return std::nullopt;
  }

  bool take_statuses() override {
    more_to_take_ = false;
    for (int taken = 0; taken < statuses_at_a_time; ++taken) {
      siginfo_t info{};
      if (::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0) return errno != ECHILD;
      if (info.si_pid == 0) return true;
      look_for_adopted();  // before the dead one is reaped: the others are seen as its death left them
      reap(info.si_pid);
    }
    more_to_take_ = true;
    return true;
  }

  void hung_up(int) override {}
  void settle() override { look_for_adopted(); }

  void kill_all() override {
    for (const pid_t pid : own_children())
      ::kill(pid, SIGKILL);
  }

 private:
  void look_for_adopted() {
    for (const pid_t pid : own_children()) {
      if (run_.processes.find(pid) != nullptr) continue;
      const std::optional<ProcessState> state = state_of(pid);
      const bool alive = state && !state->zombie;
      Tracked& process = run_.processes.created(pid, -1, alive ? EventKind::adopted : EventKind::created);
      process.helper_kind = kind_by_execution(pid);
      if (process.is_helper()) helper_names_[process.number] = command_name_of(pid);
    }
  }

  // A fork of a helper has the helper's arguments too, but comes to us only after the helper itself.
  HelperKind kind_by_execution(pid_t pid) {
    std::vector<std::string> words = arguments_of(pid);
    if (words.empty()) words.push_back(command_name_of(pid));  // it has ended, or is about to
    const HelperKind kind = run_.processes.helper_kind_of(words);
    if (kind == HelperKind::none) return kind;
    for (const Tracked& other : run_.processes.all()) {
      if (other.is_helper() && other.dead) return HelperKind::none;
    }
    return kind;
  }

  // A child that a helper has forked may be looked at before it is itself; helpers keep their names.
  void correct_helper(Tracked& process) {
    const auto name = helper_names_.find(process.number);
    if (name != helper_names_.end() && command_name_of(process.pid) != name->second)
      process.helper_kind = HelperKind::none;
  }

  void reap(pid_t pid) {
    if (Tracked* const known = run_.processes.find(pid)) correct_helper(*known);
    int status = 0;
    if (::waitpid(pid, &status, 0) != pid) return;
    Tracked* known = run_.processes.find(pid);
    Tracked& process = known != nullptr ? *known : run_.processes.created(pid, -1);
    run_.drain_outputs();
    run_.processes.ended(process, ending_of(status));
    run_.processes.reaped(process, ReapedBy::adopter);
  }

  RunContext run_;
  std::unordered_map<int, std::string> helper_names_{};  // when they were first seen
};

}  // namespace

std::unique_ptr<Observer> make_adopt_observer(const RunContext& context) {
  return std::make_unique<AdoptObserver>(context);
}

}  // namespace harness::watch
