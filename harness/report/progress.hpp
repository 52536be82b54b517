#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "model/listener.hpp"

namespace harness {

/// How far one implementation is within a chapter.
struct Stage : Counts {
  int total = 0;
  bool operator==(const Stage&) const = default;
};

void operator+=(Stage& stage, const Stage& more);

/// How far a run of the suite is: chapters, implementations, and what runs at this moment.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;
  struct Chapter {
    std::string name;
    std::vector<Stage> counts;  ///< one for each implementation, in the order of implementations()
    int running = 0;
    std::optional<Clock::time_point> first_start;
    std::optional<Clock::time_point> last_end;
    Stage all() const;
  };

  void started(const RunPlan& plan, Clock::time_point now);
  void started_case(const Case& c, Clock::time_point now);
  void finished(const CaseResult& result, Clock::time_point now);

  const std::vector<std::string>& implementations() const { return implementations_; }
  const std::vector<Chapter>& chapters() const { return chapters_; }
  const std::vector<std::string>& running() const { return running_; }  ///< the longest running first
  Stage all() const;
  Clock::time_point begin() const { return begin_; }

 private:
  std::size_t implementation_index(const Case& c);
  Chapter& chapter_of(const Case& c);

  std::vector<std::string> implementations_;
  std::vector<Chapter> chapters_;
  std::vector<std::string> running_;
  Clock::time_point begin_;
};

}  // namespace harness
