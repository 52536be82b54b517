#include "watch/launcher/watcher.hpp"

#include <algorithm>
#include <deque>

#include "watch/launcher/job_windows.hpp"
#include "watch/launcher/output_windows.hpp"
#include "watch/launcher/process_facts_windows.hpp"
#include "watch/launcher/program_windows.hpp"

namespace harness::launcher {
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
    table_.created(static_cast<long>(program_.pid), std::nullopt);
    table_.executed(0, options.program);
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

  bool is_over() const override { return table_.has_all_ended() && job_.pids().empty(); }
  void kill() override { job_.kill(terminated_status); }

 private:
  void note(const JobMessage& message) {
    read_missing_argv();
    const auto place = table_.living(static_cast<long>(message.pid));
    if (message.kind == JobMessage::Kind::created && !place) created(message.pid);
    if (message.kind == JobMessage::Kind::ended && place) ended(*place);
  }

  // For what no message has told. Messages that wait are noted first: they are of what was.
  void look_around() {
    read_missing_argv();
    const std::vector<DWORD> pids = job_.pids();
    for (const DWORD pid : pids) {
      if (!table_.living(static_cast<long>(pid))) created(pid);
    }
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < handles_.size(); ++i) {
      if (table_.has_ended(i)) continue;
      const bool is_missing = std::ranges::find(pids, static_cast<DWORD>(table_.at(i).pid)) == pids.end();
      if (handles_[i] ? has_ended(handles_[i].get()) : is_missing) gone.push_back(i);
    }
    // Who ended first decides who was orphaned.
    std::ranges::stable_sort(gone, {}, [&](std::size_t i) { return end_time_of(handles_[i].get()); });
    for (const std::size_t i : gone)
      ended(i);
  }

  void created(DWORD pid) {
    UniqueHandle handle = open_process(pid);
    if (handle && !job_.has(handle.get())) handle.reset();  // another one, which has got the number since
    std::optional<std::size_t> creator;
    if (handle) creator = table_.living(static_cast<long>(creator_of(handle.get())));
    const std::size_t place = table_.created(static_cast<long>(pid), creator);
    table_.executed(place, handle ? argv_of(handle.get()) : std::vector<std::string>());
    handles_.push_back(std::move(handle));
  }

  void read_missing_argv() {
    for (std::size_t i = 0; i < handles_.size(); ++i) {
      if (table_.at(i).argv.empty() && !table_.has_ended(i) && handles_[i])
        table_.executed(i, argv_of(handles_[i].get()));
    }
  }

  void ended(std::size_t place) {
    DWORD number = 0;
    std::optional<Status> status;
    const HANDLE handle = handles_[place].get();
    if (handle != nullptr) ::WaitForSingleObject(handle, INFINITE);  // the message may come a moment before
    if (handle != nullptr && ::GetExitCodeProcess(handle, &number)) status = number;
    table_.ended(place, status);
  }

  ProcessTable& table_;
  Job job_{};
  Program program_;
  Output out_;
  Output err_;
  std::deque<UniqueHandle> handles_{};  ///< one of each process; empty where it could not be opened
};

}  // namespace

const Waits waits_of_this_platform = Waits::unseen;

std::unique_ptr<Watcher> start_watched(const Options& options, ProcessTable& table) {
  return std::make_unique<JobWatcher>(options, table);
}

}  // namespace harness::launcher
