// How this works. The program and whatever is found of what it makes are watched by one kqueue, which tells
// of each that it forks, executes, and ends with which status. Which process a fork made it does not tell:
// that is looked for among the children, and who has ended and been waited for by then was never seen. Nobody
// but launchd adopts orphans; those that were found are watched on, and what became of a child that its
// creator outlived leaves no trace. Hence a report is complete only where nobody forked.
#include <libproc.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "watch/launcher/arguments.hpp"
#include "watch/launcher/held_program.hpp"
#include "watch/launcher/kqueue.hpp"
#include "watch/launcher/watcher.hpp"

namespace harness::launcher {
namespace {

constexpr unsigned notes = NOTE_FORK | NOTE_EXEC | NOTE_EXIT;
constexpr std::uint32_t zombie_state = 5;  // SZOMB of <sys/proc.h>, which some packages of headers lack

[[noreturn]] void throw_as(int error, const char* step) {
  throw std::system_error(error, std::generic_category(), step);
}

/// The children that live, and those that wait to be waited for.
std::vector<pid_t> children_of(pid_t pid) {
  std::vector<pid_t> children(64);
  for (;;) {
    const int size = static_cast<int>(children.size() * sizeof(pid_t));
    const int count = ::proc_listchildpids(pid, children.data(), size);
    if (count <= 0) return {};
    if (static_cast<std::size_t>(count) < children.size()) {
      children.resize(static_cast<std::size_t>(count));
      std::ranges::sort(children);  // in order of creation, but where the numbers begin anew
      return children;
    }
    children.resize(children.size() * 2);
  }
}

/// Also of one that has ended and waits to be waited for; all zero where there is none.
proc_bsdinfo facts_of(pid_t pid) {
  constexpr std::uint64_t also_zombies = 1;
  proc_bsdinfo facts = {};
  if (::proc_pidinfo(pid, PROC_PIDTBSDINFO, also_zombies, &facts, sizeof facts) != sizeof facts) return {};
  return facts;
}

bool is_zombie(const proc_bsdinfo& facts) {
  return facts.pbi_status == zombie_state;
}

class SearchingWatcher : public Watcher {
 public:
  SearchingWatcher(const Options& options, ProcessTable& table) : table_(table) {
    HeldProgram program(options.program, queue_.signals().before());
    root_ = program.pid();
    if (const int error = watch(root_); error != 0) throw_as(error, "watch the program");
    table_.created(root_, std::nullopt);
    table_.executed(0, options.program);
    try {
      program.let_go();
    } catch (...) {
      ::waitpid(root_, nullptr, 0);
      throw;
    }
  }

  ~SearchingWatcher() override {
    kill();
    if (!table_.has_root_ended()) ::waitpid(root_, nullptr, 0);
  }

  void look(std::chrono::milliseconds limit) override {
    table_.begin_look();
    const std::vector<struct kevent> events = queue_.next(limit);
    for (const struct kevent& event : events)
      note(event);
    if (!events.empty()) return;
    for (std::size_t place = 0; place < table_.size(); ++place)
      find_children(place);
  }

  bool is_over() const override { return table_.has_all_ended(); }

  void kill() override {
    for (std::size_t place = 0; place < table_.size(); ++place) {
      if (!table_.has_ended(place)) ::kill(pid_of(place), SIGKILL);
    }
  }

 private:
  pid_t pid_of(std::size_t place) const { return static_cast<pid_t>(table_.at(place).pid); }

  // The status of a process that one may not send signals to is not told.
  int watch(pid_t pid) {
    const int error = queue_.watch(pid, notes | NOTE_EXITSTATUS);
    return error == EACCES ? queue_.watch(pid, notes) : error;
  }

  void note(const struct kevent& event) {
    const auto place = table_.living(static_cast<long>(event.ident));
    if (!place) return;
    if ((event.fflags & NOTE_FORK) != 0) {
      table_.may_have_missed_some();
      find_children(*place);
    }
    if ((event.fflags & NOTE_EXEC) != 0) executed(*place);
    if ((event.fflags & NOTE_EXIT) != 0) ended(*place, event);
  }

  // The program's own arguments are known, however soon it has ended.
  void executed(std::size_t place) {
    std::vector<std::string> arguments = arguments_of(pid_of(place));
    if (place != 0 || !arguments.empty()) table_.executed(place, std::move(arguments));
  }

  void ended(std::size_t place, const struct kevent& event) {
    std::optional<Status> status;
    if ((event.fflags & NOTE_EXITSTATUS) != 0) status = static_cast<Status>(event.data);
    int waited = 0;
    if (place == 0 && ::waitpid(root_, &waited, 0) == root_) status = static_cast<Status>(waited);
    const bool came_first = (event.fflags & (NOTE_FORK | NOTE_EXEC)) == 0;
    table_.ended(place, status, came_first ? Moment::certain : Moment::doubtful);
  }

  void find_children(std::size_t creator) {
    if (table_.has_ended(creator)) return;
    for (const pid_t pid : children_of(pid_of(creator)))
      found(pid, creator);
  }

  // A known one's number may be another's by now, but not before it has been waited for.
  void found(pid_t pid, std::size_t creator) {
    if (table_.living(pid) || (table_.latest(pid) && is_zombie(facts_of(pid)))) return;
    table_.may_have_missed_some();
    const std::size_t place = table_.created(pid, creator);
    const bool is_watched = watch(pid) == 0;
    const proc_bsdinfo facts = facts_of(pid);
    if ((facts.pbi_flags & PROC_FLAG_EXEC) != 0) table_.executed(place, arguments_of(pid));
    if (is_watched) return find_children(place);
    table_.ended(place, is_zombie(facts) ? std::optional<Status>(facts.pbi_xstatus) : std::nullopt);
  }

  ProcessTable& table_;
  Kqueue queue_;
  pid_t root_ = 0;
};

}  // namespace

const Waits waits_of_this_platform = Waits::unseen;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<SearchingWatcher>(options, table);
}

}  // namespace harness::launcher
