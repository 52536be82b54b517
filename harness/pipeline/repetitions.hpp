#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "model/listener.hpp"

namespace harness {

/// Judges the repetitions of one variant together: where one passed and another went wrong, those that went
/// wrong are flaky, and their reason tells how often which outcome was seen.
///
/// What goes wrong is held back until the variant has been run `repeat` times, or until settle(); everything
/// else is passed on at once.
class Repetitions : public RunListener {
 public:
  Repetitions(RunListener& next, int repeat) : next_(next), repeat_(repeat) {}

  void started(const RunPlan& plan) override { next_.started(plan); }
  void started_case(const Case& c) override { next_.started_case(c); }
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override { next_.ended(summary); }
  void tick() override { next_.tick(); }

  /// No more repetitions come: passes on what is held back.
  void settle();

  /// Whether anything has failed or broken so far.
  bool something_went_wrong() const { return something_went_wrong_; }

  /// What has been passed on, counted.
  const Summary& summary() const { return summary_; }

 private:
  using Key = std::tuple<const Scenario*, std::string, std::string, std::optional<StartMethod>, StdioMode>;
  struct Variant {
    int done = 0;
    std::map<std::string, int> outcomes;  // in words
    std::vector<CaseResult> held;
  };
  void settle(Variant& variant);
  void pass_on(const CaseResult& result);

  RunListener& next_;
  int repeat_;
  Summary summary_;
  bool something_went_wrong_ = false;
  std::map<Key, Variant> variants_;
};

}  // namespace harness
