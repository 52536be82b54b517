#include "windows/process_table.hpp"

#include <algorithm>

#include "windows/process_facts.hpp"

namespace harness::windows {
namespace {

bool has_ended(HANDLE process) {
  return ::WaitForSingleObject(process, 0) == WAIT_OBJECT_0;
}

UniqueHandle open_process(DWORD pid) {
  return UniqueHandle(::OpenProcess(PROCESS_QUERY_INFORMATION | PROCESS_VM_READ | SYNCHRONIZE, FALSE, pid));
}

std::string id_of_child(Process& parent) {
  const std::string number = std::to_string(++parent.children);
  return parent.fate == Fate::root ? number : parent.id + "." + number;
}

}  // namespace

ProcessTable::ProcessTable(const Job& job, const Program& program) : job_(job) {
  Process root;
  root.id = "program";
  root.pid = program.pid;
  root.argv = argv_of(program.command_line);
  root.fate = Fate::root;
  processes_.push_back(std::move(root));
  handles_.push_back(open_process(program.pid));
}

void ProcessTable::note(const JobMessage& message) {
  read_missing_argv();
  if (message.kind == JobMessage::Kind::created && !living(message.pid)) created(message.pid);
  if (message.kind != JobMessage::Kind::ended) return;
  if (const auto index = living(message.pid)) ended(*index);
}

void ProcessTable::look() {
  read_missing_argv();
  const std::vector<DWORD> pids = job_.pids();
  for (const DWORD pid : pids) {
    if (!living(pid)) created(pid);
  }
  std::vector<std::size_t> gone;
  for (std::size_t i = 0; i < processes_.size(); ++i) {
    if (processes_[i].end_ms) continue;
    const bool is_missing = std::ranges::find(pids, processes_[i].pid) == pids.end();
    if (handles_[i] ? has_ended(handles_[i].get()) : is_missing) gone.push_back(i);
  }
  // Who ended first decides who was orphaned.
  std::ranges::stable_sort(gone, {}, [&](std::size_t i) { return end_time_of(handles_[i].get()); });
  for (const std::size_t i : gone)
    ended(i);
}

bool ProcessTable::has_all_ended() const {
  return std::ranges::all_of(processes_, [](const Process& process) { return process.end_ms.has_value(); });
}

void ProcessTable::mark_killed() {
  for (Process& process : processes_) {
    if (process.end_ms) continue;
    process.killed = true;
    if (process.fate != Fate::root) process.fate = Fate::leaked;
  }
}

void ProcessTable::created(DWORD pid) {
  Process process;
  process.pid = pid;
  process.start_ms = now_ms();
  UniqueHandle handle = open_process(pid);
  if (handle && !job_.has(handle.get())) handle.reset();  // another one, which has got the number since
  std::optional<std::size_t> creator;
  if (handle) {
    process.argv = argv_of(handle.get());
    creator = living(creator_of(handle.get()));
  }
  process.id = id_of_child(processes_[creator.value_or(0)]);
  if (creator) process.parent = processes_[*creator].id;
  processes_.push_back(std::move(process));
  handles_.push_back(std::move(handle));
}

void ProcessTable::read_missing_argv() {
  for (std::size_t i = 0; i < processes_.size(); ++i) {
    if (processes_[i].argv.empty() && !processes_[i].end_ms && handles_[i])
      processes_[i].argv = argv_of(handles_[i].get());
  }
}

void ProcessTable::ended(std::size_t index) {
  Process& process = processes_[index];
  process.end_ms = now_ms();
  DWORD status = 0;
  const HANDLE handle = handles_[index].get();
  if (handle != nullptr) ::WaitForSingleObject(handle, INFINITE);  // the message may come a moment before
  if (handle != nullptr && ::GetExitCodeProcess(handle, &status)) process.status = status;
  for (Process& other : processes_) {
    if (other.parent == process.id && !other.end_ms && other.fate == Fate::unknown)
      other.fate = Fate::orphaned;
  }
}

std::optional<std::size_t> ProcessTable::living(DWORD pid) const {
  for (std::size_t i = processes_.size(); i-- > 0;) {
    if (processes_[i].pid == pid && !processes_[i].end_ms) return i;
  }
  return std::nullopt;
}

double ProcessTable::now_ms() const {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count();
}

}  // namespace harness::windows
