#pragma once

#include <sys/types.h>

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/event.hpp"
#include "support/helper_marks.hpp"
#include "support/unique_fd.hpp"
#include "watch/recorder.hpp"
#include "wire/orders.hpp"

namespace harness::watch {

/// One process of the run, as far as the shim has followed it.
struct Tracked {
  int number = 0;  ///< 0 is the program; the others follow in order of discovery
  pid_t pid = 0;
  int parent = -1;          ///< number of its parent; -1 where not known
  pid_t kernel_parent = 0;  ///< pid of its parent in the beginning; 0 where not known
  int threads = 1;          ///< that have not begun to end
  HelperKind helper_kind = HelperKind::none;
  bool stopped = false;             ///< by a signal
  bool ended = false;               ///< its end has been recorded
  bool dead = false;                ///< its status has been seen
  bool gone = false;                ///< and it has been reaped
  bool waited_for_reaping = false;  ///< it was not reaped yet when its status was seen
  std::size_t end_event = 0;        ///< where its end is recorded
  UniqueFd pidfd{};                 ///< from its end to its reaping

  bool is_helper() const { return helper_kind != HelperKind::none; }
};

/// The processes of one run. What an observer says of them here is recorded as an event.
class ProcessTable {
 public:
  ProcessTable(Recorder& recorder, std::vector<std::string> helper_marks)
      : recorder_(recorder), helper_marks_(std::move(helper_marks)) {}

  /// The first is the program.
  /// @param parent  its number; -1 where that is not known.
  /// @param how     created, or adopted.
  Tracked& created(pid_t pid, int parent, EventKind how = EventKind::created);
  /// The program itself is nobody's helper.
  /// @param argv  empty where they could not be read.
  void executed(Tracked& process, std::vector<std::string> argv);
  /// @param end  nothing where it is not known yet, or never will be.
  /// @return  the event, for what else is known.
  Event& ended(Tracked& process, const std::optional<Ending>& end);
  /// How it ended, where that is known only now. @return the event of its end.
  Event& learn_end(const Tracked& process, const Ending& end);
  /// From now on its pid may be another's.
  void reaped(Tracked& process, ReapedBy by);
  /// What is recorded from now on happened later than all that was recorded before, doubtful or not.
  void begin_look() { ++look_; }
  Recorder& recorder() { return recorder_; }

  Tracked& at(int number) { return processes_.at(static_cast<std::size_t>(number)); }
  /// The last process that had this pid and is not known to be reaped, or nullptr.
  Tracked* find(pid_t pid);
  /// The same, but for one that has ended.
  Tracked* living(pid_t pid);
  std::deque<Tracked>& all() { return processes_; }

  /// What these arguments say of who was executed with them.
  HelperKind helper_kind_of(const std::vector<std::string>& arguments) const {
    return helper_kind(arguments, helper_marks_);
  }

  /// How many there have been.
  int made() const { return static_cast<int>(processes_.size()); }
  bool have_all_ended() const;
  int live() const;
  /// Processes that live, and their further threads as far as they are followed.
  int live_tasks() const;
  int live_helpers() const;
  /// Tells who are helpers, and who only look like it.
  void list_helpers(wire::RunReport& report) const;
  /// How many processes, helpers not counted, have lost their creator and are not a helper's own affair.
  int orphans() const;

 private:
  bool creator_ended(const Tracked& process) const;

  Recorder& recorder_;
  int look_ = 0;
  std::vector<std::string> helper_marks_;
  std::deque<Tracked> processes_;
  std::unordered_map<pid_t, int> by_pid_;
};

/// -1 of none.
inline int number_of(const Tracked* process) {
  return process != nullptr ? process->number : -1;
}

}  // namespace harness::watch
