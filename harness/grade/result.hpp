#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "grade/assignment.hpp"
#include "model/verdict.hpp"

namespace harness {

/// What became of one item. All texts are escaped: safe for a terminal, and a page escapes them once more.
struct ItemResult {
  std::string name{};
  std::string title{};
  std::string group{};
  double points = 0;  ///< before lateness
  double max_points = 0;
  Verdict verdict = Verdict::skip;
  std::optional<ReasonCode> code{};
  std::string message{};   ///< what happened, in words
  std::string evidence{};  ///< the difference, then the processes; as much as the item's feedback allows
  std::vector<std::string> hints{};
  Visibility visibility = Visibility::visible;
  double wall_ms = 0;
  int runs = 0;
  bool judged = false;    ///< false: not its turn yet
  std::string drawing{};  ///< the processes in time, HTML; in no record
  bool operator==(const ItemResult&) const = default;
};

/// What became of one submission.
struct SubmissionResult {
  std::string submission{};
  double score = 0;  ///< after groups and lateness
  double max_score = 0;
  std::vector<ItemResult> items{};
  std::vector<std::string> notes{};     ///< what concerns all of it: left-out files, lateness
  std::vector<std::string> troubles{};  ///< for the instructor alone: why something could not be judged
  std::string build_log{};              ///< of what could not be built; escaped
  double late_percent = 0;              ///< taken off the score
  std::string fingerprint{};            ///< of the assignment and the submission: the same again needs no run
  std::string level{};                  ///< of observation; empty where nothing was run
  bool sandboxed = false;
  bool complete = false;  ///< every item has been judged
  double wall_ms = 0;     ///< of everything that was run for it
  bool operator==(const SubmissionResult&) const = default;
};

/// Whether it has been judged and has all its points.
bool earned(const ItemResult& item);

/// The verdict on the whole: pass where every item passed, else that of the first that did not.
Verdict verdict_of(const SubmissionResult& result);

/// The items that a student may see at once.
std::vector<const ItemResult*> visible_items(const SubmissionResult& result);

/// Sets the points of all-or-nothing groups, the late_percent and the score. Pure.
/// @param submitted  nothing: in time.
void settle_score(SubmissionResult& result, const Assignment& assignment,
                  std::optional<std::chrono::system_clock::time_point> submitted);

/// "2", "1.5", "0.33"
std::string points_text(double points);

}  // namespace harness
