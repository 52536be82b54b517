#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "watch/launcher/process.hpp"

namespace harness::launcher {

/// Whether a platform shows who was waited for.
enum class Waits { seen, unseen };

/// Whether it is certain that a process ended when it is told, and not a moment later.
enum class Moment { certain, doubtful };

/// Every process of a run, from what a watcher tells of them in the order in which it happened; a process is
/// named by its place in here, since pids are used again.
class ProcessTable {
 public:
  /// @param helper_marks  as helper_kind() takes them.
  explicit ProcessTable(std::vector<std::string> helper_marks = {})
      : helper_marks_(std::move(helper_marks)) {}

  /// The first is the program. The arguments of a process are its creator's until it executes.
  /// @param creator  nothing where it was not seen.
  std::size_t created(long pid, std::optional<std::size_t> creator);
  /// @param argv  empty where they could not be read.
  void executed(std::size_t place, std::vector<std::string> argv);
  void ended(std::size_t place, std::optional<Status> status, Moment moment = Moment::certain);
  /// What it has ended with, where that is known only now.
  void tell_status(std::size_t place, Status status) { entries_.at(place).facts.status = status; }
  /// It has ended, and nobody has waited for it until it came to the launcher: its creator left it a zombie,
  /// or, where the creator still lives, has it reaped automatically.
  void left(std::size_t place);
  /// What is told from now on happened later than what was told before, doubtful or not.
  void begin_look() { ++look_; }
  /// Those that live will be killed; but for the root they are leaked.
  void mark_killed();
  /// There may have been processes that nobody saw.
  void may_have_missed_some() { is_complete_ = false; }

  bool has_root_ended() const { return entries_.front().ended != 0; }
  bool has_all_ended() const;
  bool is_complete() const { return is_complete_; }
  std::size_t size() const { return entries_.size(); }
  const Process& at(std::size_t place) const { return entries_.at(place).facts; }
  bool has_ended(std::size_t place) const { return entries_.at(place).ended != 0; }
  std::optional<std::size_t> creator_of(std::size_t place) const { return entries_.at(place).creator; }
  std::optional<std::size_t> living(long pid) const;
  /// The last that had this pid, living or not.
  std::optional<std::size_t> latest(long pid) const;

  /// With their ids and what became of them; the program first, a creator before those it made.
  std::vector<Process> told(Waits waits) const;

 private:
  struct Entry {
    Process facts{};
    std::optional<std::size_t> creator{};  ///< who made it; a helper makes them for another
    unsigned ended = 0;                    ///< ends are numbered in their order; 0: it lives
    unsigned look = 0;                     ///< in which its end was told
    Moment moment = Moment::certain;
    bool was_left = false;
  };

  std::optional<std::size_t> who_asked_for(const Entry& entry) const;
  void decide(const Entry& entry, Waits waits, Process& facts) const;
  double now_ms() const;

  std::vector<std::string> helper_marks_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::vector<Entry> entries_;
  unsigned ends_ = 0;
  unsigned look_ = 0;
  bool is_complete_ = true;
};

}  // namespace harness::launcher
