#pragma once

#include <chrono>
#include <deque>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/listener.hpp"

namespace harness {

/// Hand-made cases and results for the tests of the views. Owns the scenarios that they point at.
class TestRun {
 public:
  /// Plans one more run.
  const Case& plan(const std::string& scenario, std::optional<StartMethod> method, StdioMode stdio,
                   const std::string& implementation = "reference");

  const std::deque<Case>& cases() const { return cases_; }
  RunPlan planned(int jobs = 4, Level level = Level::trace, std::string level_reason = "");

  /// started, started_case and finished for every case, ended: with `judge` deciding how each came out.
  template <class Judge>
  Summary play(RunListener& listener, Judge judge) {
    listener.started(planned());
    Summary summary;
    for (const Case& c : cases_) {
      listener.started_case(c);
      const CaseResult result = judge(c);
      count(summary, result);
      listener.finished(result);
    }
    summary.wall_ms = 2100;
    listener.ended(summary);
    return summary;
  }

 private:
  std::deque<Scenario> scenarios_;
  std::deque<Case> cases_;
  std::vector<Case> planned_;
};

CaseResult passed(const Case& c);

/// "child ended with exit 0, expected exit 1", with a diff of two lines at line 8 of the golden.
CaseResult wrong_exit(const Case& c);

/// wrong_exit() with bytes in every place that comes from outside that break terminals and files.
CaseResult hostile(const Case& c);

CaseResult judged(const Case& c, Verdict verdict, std::optional<ReasonCode> code, const std::string& reason);

/// No escape sequence, no control character but the line end, only valid UTF-8 and nothing that reorders
/// text.
bool is_harmless(const std::string& text);

/// A clock that stands still until it is moved.
struct TestClock {
  std::chrono::steady_clock::time_point now{};
  auto reader() {
    return [this] { return now; };
  }
};

}  // namespace harness
