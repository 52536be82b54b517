#include "watch/launcher/process_table.hpp"

#include <algorithm>

#include "support/helper_marks.hpp"

namespace harness::launcher {

std::size_t ProcessTable::created(long pid, std::optional<std::size_t> creator) {
  Entry entry;
  entry.facts.pid = pid;
  entry.facts.start_ms = now_ms();
  entry.creator = creator;
  if (creator) {
    entry.facts.argv = entries_[*creator].facts.argv;
    entry.facts.exec = false;
  }
  entries_.push_back(std::move(entry));
  return entries_.size() - 1;
}

void ProcessTable::executed(std::size_t place, std::vector<std::string> argv) {
  Process& process = entries_[place].facts;
  process.exec = true;
  process.argv = std::move(argv);
  const HelperKind kind = place == 0 ? HelperKind::none : helper_kind(process.argv, helper_marks_);
  process.helper = kind != HelperKind::none;
  process.helper_guessed = kind == HelperKind::alike;
}

void ProcessTable::ended(std::size_t place, std::optional<Status> status, Moment moment) {
  Entry& entry = entries_[place];
  entry.facts.status = status;
  entry.facts.end_ms = now_ms();
  entry.ended = ++ends_;
  entry.look = look_;
  entry.moment = moment;
}

void ProcessTable::left(std::size_t place) {
  Entry& entry = entries_[place];
  entry.was_left = entry.creator && entries_[*entry.creator].ended != 0;
}

void ProcessTable::mark_killed() {
  for (Entry& entry : entries_) {
    if (entry.ended == 0) entry.facts.killed = true;
  }
}

bool ProcessTable::has_all_ended() const {
  return std::ranges::all_of(entries_, [](const Entry& entry) { return entry.ended != 0; });
}

std::optional<std::size_t> ProcessTable::living(long pid) const {
  const std::optional<std::size_t> place = latest(pid);
  return place && entries_[*place].ended == 0 ? place : std::nullopt;
}

std::optional<std::size_t> ProcessTable::latest(long pid) const {
  for (std::size_t place = entries_.size(); place-- > 0;) {
    if (entries_[place].facts.pid == pid) return place;
  }
  return std::nullopt;
}

std::vector<Process> ProcessTable::told(Waits waits) const {
  std::vector<Process> processes;
  std::vector<unsigned> children(entries_.size(), 0);
  unsigned helpers = 0;
  for (const Entry& entry : entries_) {
    Process facts = entry.facts;
    const bool is_root = processes.empty();
    const std::optional<std::size_t> creator = is_root ? std::nullopt : who_asked_for(entry);
    if (creator) facts.parent = processes[*creator].id;
    if (is_root) {
      facts.id = "program";
    } else if (facts.helper) {
      facts.id = "helper " + std::to_string(++helpers);
    } else {
      const std::size_t above = creator.value_or(0);
      facts.id = (above == 0 ? "" : processes[above].id + ".") + std::to_string(++children[above]);
    }
    decide(entry, waits, facts);
    if (is_root) facts.fate = Fate::root;
    processes.push_back(std::move(facts));
  }
  return processes;
}

std::optional<std::size_t> ProcessTable::who_asked_for(const Entry& entry) const {
  std::optional<std::size_t> creator = entry.creator;
  while (creator && entries_[*creator].facts.helper)
    creator = entries_[*creator].creator;
  return creator;
}

// A helper waits for those it made whenever it gets to it; nobody else waits for them.
void ProcessTable::decide(const Entry& entry, Waits waits, Process& facts) const {
  const std::optional<std::size_t> above = who_asked_for(entry);
  if (facts.killed) {
    facts.fate = Fate::leaked;
  } else if (above && entry.ended != 0) {
    const Entry& creator = entries_[*above];
    const bool is_doubtful = entry.moment == Moment::doubtful || creator.moment == Moment::doubtful;
    if (creator.ended != 0 && creator.look == entry.look && is_doubtful) return;
    if (creator.ended != 0 && creator.ended < entry.ended) {
      facts.fate = Fate::orphaned;
    } else if (waits == Waits::unseen) {
      facts.outlived_creator = false;
    } else {
      facts.fate = entry.was_left ? Fate::zombie : Fate::reaped;
    }
  }
}

double ProcessTable::now_ms() const {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count();
}

}  // namespace harness::launcher
