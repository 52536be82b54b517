// How this works. The program and whatever is found of what it makes are watched by one kqueue, which tells
// of each that it forks, executes, and ends with which status. Which process a fork made it does not tell:
// that is looked for among the children, and who has ended and been waited for by then was never seen. Nobody
// but launchd adopts orphans; those that were found are watched on, and what became of a child that its
// creator outlived leaves no trace. Hence a report is complete only where nobody forked.
#include <sys/types.h>

#include <libproc.h>
#include <sys/sysctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "watch/launcher/argument_block.hpp"
#include "watch/launcher/held_program.hpp"
#include "watch/launcher/kqueue.hpp"
#include "watch/launcher/watcher.hpp"

namespace harness::watch {
namespace {

constexpr unsigned notes = NOTE_FORK | NOTE_EXEC | NOTE_EXIT;
constexpr std::uint32_t zombie_state = 5;  // SZOMB of <sys/proc.h>, which some packages of headers lack

[[noreturn]] void throw_as(int error, const char* step) {
  throw std::system_error(error, std::generic_category(), step);
}

/// What a process was executed with; empty where that cannot be read: it has ended.
std::vector<std::string> arguments_of(pid_t pid) {
  int name[] = {CTL_KERN, KERN_PROCARGS2, pid};
  std::string block(static_cast<std::size_t>(::sysconf(_SC_ARG_MAX)), '\0');
  std::size_t size = block.size();
  if (::sysctl(name, 3, block.data(), &size, nullptr, 0) != 0) return {};
  return words_of_counted_block(std::string_view(block).substr(0, size));
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
    table_.executed(table_.created(root_, -1), options.program);
    try {
      program.let_go();
    } catch (...) {
      ::waitpid(root_, nullptr, 0);
      throw;
    }
  }

  ~SearchingWatcher() override {
    kill();
    if (!table_.at(0).ended) ::waitpid(root_, nullptr, 0);
  }

  void look(std::chrono::milliseconds limit) override {
    table_.begin_look();
    const std::vector<struct kevent> events = queue_.next(limit);
    for (const struct kevent& event : events)
      note(event);
    if (!events.empty()) return;
    for (int number = 0; number < table_.made(); ++number)
      find_children(table_.at(number));
  }

  bool is_over() const override { return table_.have_all_ended(); }

  void kill() override {
    for (const Tracked& process : table_.all()) {
      if (!process.ended) ::kill(process.pid, SIGKILL);
    }
  }

 private:
  // The status of a process that one may not send signals to is not told.
  int watch(pid_t pid) {
    const int error = queue_.watch(pid, notes | NOTE_EXITSTATUS);
    return error == EACCES ? queue_.watch(pid, notes) : error;
  }

  void note(const struct kevent& event) {
    Tracked* const process = table_.living(static_cast<pid_t>(event.ident));
    if (process == nullptr) return;
    if ((event.fflags & NOTE_FORK) != 0) {
      may_have_missed_some();
      find_children(*process);
    }
    if ((event.fflags & NOTE_EXEC) != 0) executed(*process);
    if ((event.fflags & NOTE_EXIT) != 0) ended(*process, event);
  }

  // The program's own arguments are known, however soon it has ended.
  void executed(Tracked& process) {
    std::vector<std::string> arguments = arguments_of(process.pid);
    if (process.number != 0 || !arguments.empty()) table_.executed(process, std::move(arguments));
  }

  void ended(Tracked& process, const struct kevent& event) {
    std::optional<Ending> end;
    if ((event.fflags & NOTE_EXITSTATUS) != 0) end = ending_of(static_cast<int>(event.data));
    int waited = 0;
    if (process.number == 0 && ::waitpid(root_, &waited, 0) == root_) end = ending_of(waited);
    table_.ended(process, end).doubtful = (event.fflags & (NOTE_FORK | NOTE_EXEC)) != 0;
  }

  void find_children(const Tracked& creator) {
    if (creator.ended) return;
    for (const pid_t pid : children_of(creator.pid))
      found(pid, creator);
  }

  // A known one's number may be another's by now, but not before it has been waited for.
  void found(pid_t pid, const Tracked& creator) {
    if (table_.living(pid) != nullptr) return;
    if (table_.find(pid) != nullptr && is_zombie(facts_of(pid))) return;
    may_have_missed_some();
    Tracked& process = table_.created(pid, creator.number);
    const bool is_watched = watch(pid) == 0;
    const proc_bsdinfo facts = facts_of(pid);
    if ((facts.pbi_flags & PROC_FLAG_EXEC) != 0) table_.executed(process, arguments_of(pid));
    if (is_watched) return find_children(process);
    std::optional<Ending> end;
    if (is_zombie(facts)) end = ending_of(static_cast<int>(facts.pbi_xstatus));
    table_.ended(process, end);
  }

  ProcessTable& table_;
  Kqueue queue_;
  pid_t root_ = 0;
};

}  // namespace

const ReapsSeen reaps_seen_here = ReapsSeen::none;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<SearchingWatcher>(options, table);
}

}  // namespace harness::watch
