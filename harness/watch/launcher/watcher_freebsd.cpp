// How this works. The program and whatever it makes are watched by one kqueue: a process that is made is
// watched before it runs (NOTE_TRACK), and the status of each that ends comes with its end. The launcher is
// the reaper (procctl(2)): what nobody has waited for becomes its child when the creator has ended, or at
// once where that ignores SIGCHLD.
//
// Events come in the order in which they happened, but what happens twice to one process before it is told
// comes once, where it happened first; then its end is doubtful. An end is told before the status can be
// waited for, hence events are taken before statuses.
#include <sys/types.h>

#include <sys/procctl.h>
#include <sys/sysctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "watch/launcher/argument_block.hpp"
#include "watch/launcher/held_program.hpp"
#include "watch/launcher/kqueue.hpp"
#include "watch/launcher/watcher.hpp"

namespace harness::watch {
namespace {

constexpr unsigned notes = NOTE_TRACK | NOTE_EXEC | NOTE_EXIT;

[[noreturn]] void throw_as(int error, const char* step) {
  throw std::system_error(error, std::generic_category(), step);
}

/// What a process was executed with; empty where that cannot be read: it has ended.
std::vector<std::string> arguments_of(pid_t pid) {
  const int name[] = {CTL_KERN, KERN_PROC, KERN_PROC_ARGS, pid};
  std::string block(static_cast<std::size_t>(::sysconf(_SC_ARG_MAX)), '\0');
  std::size_t size = block.size();
  if (::sysctl(name, 4, block.data(), &size, nullptr, 0) != 0) return {};
  return words_of_block(std::string_view(block).substr(0, size));
}

class ReapingWatcher : public Watcher {
 public:
  ReapingWatcher(const Options& options, ProcessTable& table) : table_(table) {
    if (::procctl(P_PID, static_cast<id_t>(::getpid()), PROC_REAP_ACQUIRE, nullptr) != 0 && errno != EBUSY)
      throw_as(errno, "become a reaper");
    HeldProgram program(options.program, queue_.signals().before());
    if (const int error = queue_.watch(program.pid(), notes); error != 0)
      throw_as(error, "watch the program");
    table_.executed(table_.created(program.pid(), -1), options.program);
    try {
      program.let_go();
    } catch (...) {
      end_all();
      throw;
    }
  }

  ~ReapingWatcher() override { end_all(); }

  void look(std::chrono::milliseconds limit) override {
    table_.begin_look();
    note_all(queue_.next(limit));
    take_statuses();
  }

  bool is_over() const override { return is_over_; }

  void kill() override {
    procctl_reaper_kill order = {};
    order.rk_sig = SIGKILL;
    ::procctl(P_PID, static_cast<id_t>(::getpid()), PROC_REAP_KILL, &order);
  }

 private:
  void end_all() noexcept {
    while (!is_over_) {
      kill();
      is_over_ = ::waitpid(-1, nullptr, 0) < 0 && errno == ECHILD;
    }
  }

  void note_all(const std::vector<struct kevent>& events) {
    for (const struct kevent& event : events)
      note(event);
  }

  void note(const struct kevent& event) {
    const auto pid = static_cast<pid_t>(event.ident);
    if ((event.fflags & NOTE_CHILD) != 0)
      table_.created(pid, number_of(table_.living(static_cast<pid_t>(event.data))));
    if ((event.fflags & NOTE_TRACKERR) != 0) may_have_missed_some();
    Tracked* const process = table_.living(pid);
    if (process == nullptr) return;
    if ((event.fflags & NOTE_EXEC) != 0) executed(*process);
    if ((event.fflags & NOTE_EXIT) == 0) return;
    const bool came_first = (event.fflags & (NOTE_EXEC | NOTE_TRACKERR)) == 0;
    table_.ended(*process, ending_of(static_cast<int>(event.data))).doubtful = !came_first;
  }

  // The program's own arguments are known, however soon it has ended.
  void executed(Tracked& process) {
    std::vector<std::string> arguments = arguments_of(process.pid);
    if (process.number != 0 || !arguments.empty()) table_.executed(process, std::move(arguments));
  }

  void take_statuses() {
    siginfo_t next = {};
    while (::waitid(P_ALL, 0, &next, WEXITED | WNOHANG | WNOWAIT) == 0) {
      if (next.si_pid == 0) return;
      note_all(queue_.next(std::chrono::milliseconds(0)));
      int status = 0;
      if (::waitpid(next.si_pid, &status, WNOHANG) == next.si_pid) take(next.si_pid, ending_of(status));
      next = {};
    }
    is_over_ = errno == ECHILD;
  }

  // One that is not known was made where tracking failed.
  void take(pid_t pid, const Ending& end) {
    Tracked* const known = table_.find(pid);
    Tracked& process = known != nullptr ? *known : table_.created(pid, -1);
    if (!process.ended) table_.ended(process, end).doubtful = true;
    table_.reaped(process, ReapedBy::adopter);
  }

  ProcessTable& table_;
  Kqueue queue_;
  bool is_over_ = false;
};

}  // namespace

const ReapsSeen reaps_seen_here = ReapsSeen::leftover;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<ReapingWatcher>(options, table);
}

}  // namespace harness::watch
