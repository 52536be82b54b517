#include "report/progress.hpp"

#include <algorithm>

#include "report/variants.hpp"

namespace harness {

void operator+=(Stage& stage, const Stage& more) {
  stage.add(more);
  stage.total += more.total;
}

Stage Progress::Chapter::all() const {
  Stage sum;
  for (const Stage& one : counts)
    sum += one;
  return sum;
}

Stage Progress::all() const {
  Stage sum;
  for (const Chapter& chapter : chapters_)
    sum += chapter.all();
  return sum;
}

std::size_t Progress::implementation_index(const Case& c) {
  const std::string name = variant_of(c).implementation;
  const auto found = std::find(implementations_.begin(), implementations_.end(), name);
  if (found != implementations_.end()) return static_cast<std::size_t>(found - implementations_.begin());
  implementations_.push_back(name);
  for (Chapter& chapter : chapters_)
    chapter.counts.resize(implementations_.size());
  return implementations_.size() - 1;
}

Progress::Chapter& Progress::chapter_of(const Case& c) {
  const std::string name = c.scenario->chapter();
  const auto found = std::find_if(chapters_.begin(), chapters_.end(),
                                  [&](const Chapter& chapter) { return chapter.name == name; });
  if (found != chapters_.end()) return *found;
  Chapter fresh;
  fresh.name = name;
  fresh.counts.resize(implementations_.size());
  return *chapters_.insert(chapters_.end(), fresh);
}

void Progress::started(const RunPlan& plan, Clock::time_point now) {
  begin_ = now;
  for (const Case& c : *plan.cases) {
    const std::size_t implementation = implementation_index(c);
    chapter_of(c).counts.at(implementation).total += plan.repeat;
  }
  std::sort(chapters_.begin(), chapters_.end(),
            [](const Chapter& a, const Chapter& b) { return a.name < b.name; });
}

void Progress::started_case(const Case& c, Clock::time_point now) {
  Chapter& chapter = chapter_of(c);
  if (!chapter.first_start) chapter.first_start = now;
  ++chapter.running;
  running_.push_back(case_name(c));
}

void Progress::finished(const CaseResult& result, Clock::time_point now) {
  Chapter& chapter = chapter_of(result.judged);
  chapter.counts.at(implementation_index(result.judged)).add(result.judgement.verdict);
  chapter.last_end = now;
  const auto running = std::find(running_.begin(), running_.end(), case_name(result.judged));
  if (running == running_.end()) return;
  running_.erase(running);
  --chapter.running;
}

}  // namespace harness
