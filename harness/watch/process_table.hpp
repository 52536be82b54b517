#pragma once

#include <sys/types.h>

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "support/helper_marks.hpp"
#include "support/unique_fd.hpp"

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

/// The processes of one run.
class ProcessTable {
 public:
  explicit ProcessTable(std::vector<std::string> helper_marks) : helper_marks_(std::move(helper_marks)) {}

  Tracked& add(pid_t pid, int parent);
  Tracked& at(int number) { return processes_.at(static_cast<std::size_t>(number)); }
  /// The process that has this pid now, or nullptr.
  Tracked* find(pid_t pid);
  /// A reaped process gives its pid up.
  void forget_pid(const Tracked& process);
  std::deque<Tracked>& all() { return processes_; }

  /// What these arguments say of who was executed with them.
  HelperKind helper_kind_of(const std::vector<std::string>& arguments) const {
    return helper_kind(arguments, helper_marks_);
  }
  /// It has executed something with these arguments. The program itself is nobody's helper.
  void executed(Tracked& process, const std::vector<std::string>& arguments) const {
    process.helper_kind = process.number == 0 ? HelperKind::none : helper_kind_of(arguments);
  }

  /// How many there have been.
  int made() const { return static_cast<int>(processes_.size()); }
  int live() const;
  /// Processes that live, and their further threads as far as they are followed.
  int live_tasks() const;
  int live_helpers() const;
  /// How many processes, helpers not counted, have lost their creator and are not a helper's own affair.
  int orphans() const;

 private:
  bool creator_ended(const Tracked& process) const;

  std::vector<std::string> helper_marks_;
  std::deque<Tracked> processes_;
  std::unordered_map<pid_t, int> by_pid_;
};

}  // namespace harness::watch
