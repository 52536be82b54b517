#include "watch/launcher/watcher.hpp"

#include <algorithm>
#include <deque>

#include "watch/launcher/ending_windows.hpp"
#include "watch/launcher/job_windows.hpp"
#include "watch/launcher/output_windows.hpp"
#include "watch/launcher/process_facts_windows.hpp"
#include "watch/launcher/program_windows.hpp"

namespace harness::watch {
namespace {

bool has_ended(HANDLE process) {
  return ::WaitForSingleObject(process, 0) == WAIT_OBJECT_0;
}

UniqueHandle open_process(DWORD pid) {
  return UniqueHandle(::OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ | SYNCHRONIZE, FALSE, pid));
}

/// From what the job tells and from what is asked of each process while a handle holds on to it. A process
/// that has ended before it could be opened is known by its number alone, not by its creator. What the
/// program writes is passed on.
class JobWatcher : public Watcher {
 public:
  JobWatcher(const Options& options, ProcessTable& table)
      : table_(table),
        program_(start_program(options, job_)),
        out_(std::move(program_.out), ::GetStdHandle(STD_OUTPUT_HANDLE), options.for_unix),
        err_(std::move(program_.err), ::GetStdHandle(STD_ERROR_HANDLE), options.for_unix) {
    table_.executed(table_.created(static_cast<pid_t>(program_.pid), -1), options.program);
    handles_.push_back(open_process(program_.pid));
  }

  ~JobWatcher() override { kill(); }

  void look(std::chrono::milliseconds limit) override {
    bool is_told_all = limit.count() > 0;
    bool heard = false;
    for (auto message = job_.next(limit); message; message = job_.next(std::chrono::milliseconds(0))) {
      heard = true;
      if (message->kind == JobMessage::Kind::empty) is_told_all = false;
      note(*message);
    }
    if (!heard || !is_told_all) look_around();
  }

  bool is_over() const override { return table_.have_all_ended() && job_.pids().empty(); }
  void kill() override { job_.kill(terminated_status); }

 private:
  void note(const JobMessage& message) {
    read_missing_argv();
    Tracked* const process = table_.living(static_cast<pid_t>(message.pid));
    if (message.kind == JobMessage::Kind::created && process == nullptr) created(message.pid);
    if (message.kind == JobMessage::Kind::ended && process != nullptr) ended(*process);
  }

  HANDLE handle_of(const Tracked& process) const {
    return handles_[static_cast<std::size_t>(process.number)].get();
  }

  // For what no message has told. Messages that wait are noted first: they are of what was.
  void look_around() {
    read_missing_argv();
    const std::vector<DWORD> pids = job_.pids();
    for (const DWORD pid : pids) {
      if (table_.living(static_cast<pid_t>(pid)) == nullptr) created(pid);
    }
    std::vector<Tracked*> gone;
    for (Tracked& process : table_.all()) {
      if (process.ended) continue;
      const HANDLE handle = handle_of(process);
      const bool is_missing = std::ranges::find(pids, static_cast<DWORD>(process.pid)) == pids.end();
      if (handle != nullptr ? has_ended(handle) : is_missing) gone.push_back(&process);
    }
    // Who ended first decides who was orphaned.
    std::ranges::stable_sort(gone, {},
                             [&](const Tracked* process) { return end_time_of(handle_of(*process)); });
    for (Tracked* const process : gone)
      ended(*process);
  }

  void created(DWORD pid) {
    UniqueHandle handle = open_process(pid);
    if (handle && !job_.has(handle.get())) handle.reset();  // another one, which has got the number since
    int creator = -1;
    if (handle) creator = number_of(table_.living(static_cast<pid_t>(creator_of(handle.get()))));
    Tracked& process = table_.created(static_cast<pid_t>(pid), creator);
    const std::vector<std::string> argv = handle ? argv_of(handle.get()) : std::vector<std::string>();
    table_.executed(process, argv);
    if (handle && argv.empty()) without_argv_.push_back(&process);
    handles_.push_back(std::move(handle));
  }

  // Of those that had only just been made.
  void read_missing_argv() {
    std::erase_if(without_argv_, [&](Tracked* process) {
      if (process->ended) return true;
      const std::vector<std::string> argv = argv_of(handle_of(*process));
      if (!argv.empty()) table_.executed(*process, argv);
      return !argv.empty();
    });
  }

  void ended(Tracked& process) {
    DWORD status = 0;
    std::optional<Ending> end;
    const HANDLE handle = handle_of(process);
    if (handle != nullptr) ::WaitForSingleObject(handle, INFINITE);  // the message may come a moment before
    if (handle != nullptr && ::GetExitCodeProcess(handle, &status)) end = ending_of_status(status);
    table_.ended(process, end);
  }

  ProcessTable& table_;
  Job job_{};
  Program program_;
  Output out_;
  Output err_;
  std::deque<UniqueHandle> handles_{};  ///< one of each process; empty where it could not be opened
  std::vector<Tracked*> without_argv_{};
};

}  // namespace

const ReapsSeen reaps_seen_here = ReapsSeen::none;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<JobWatcher>(options, table);
}

}  // namespace harness::watch
