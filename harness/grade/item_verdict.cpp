#include "grade/item_verdict.hpp"

#include <algorithm>

#include "grade/feedback.hpp"
#include "model/names.hpp"
#include "report/pages/timeline_page.hpp"

namespace harness {
namespace {

constexpr std::size_t most_drawn = 30;

bool passed(const CaseResult& run) {
  return run.judgement.verdict == Verdict::pass;
}

bool same_variant(const CaseResult& a, const CaseResult& b) {
  return a.judged.conditions == b.judged.conditions;
}

// Failed in every repetition.
bool fails_always(const CaseResult& run, const std::vector<CaseResult>& runs) {
  return std::none_of(runs.begin(), runs.end(),
                      [&](const CaseResult& other) { return same_variant(run, other) && passed(other); });
}

std::string mode_words(StdioMode mode) {
  switch (mode) {
    case StdioMode::pipe:
      return "written to a pipe";
    case StdioMode::tty:
      return "on a terminal";
    case StdioMode::file:
      return "written to a file";
  }
  return {};
}

// " (on a terminal, with fork)", where an item has several variants.
std::string variant_words(const AssignmentItem& item, const CaseResult& run) {
  std::string words;
  if (item.stdio.size() > 1) words = mode_words(run.judged.conditions.stdio);
  if (item.start_methods.size() > 1 && run.judged.conditions.start_method)
    words +=
        (words.empty() ? "with " : ", with ") + std::string(to_string(*run.judged.conditions.start_method));
  return words.empty() ? words : " (" + words + ")";
}

}  // namespace

ItemVerdict verdict_on_item(const AssignmentItem& item, const std::vector<CaseResult>& runs,
                            const Golden& golden, FlakyPolicy flaky) {
  const CaseResult* told = &runs.front();
  bool some_fail = false;
  bool always = false;
  for (const CaseResult& run : runs) {
    if (passed(run) || always) continue;
    always = fails_always(run, runs);
    if (!some_fail || always) told = &run;
    some_fail = true;
  }
  ItemVerdict verdict;
  verdict.judgement = told->judgement;
  verdict.counts = !some_fail;
  verdict.message =
      feedback_words(*told, golden, item.feedback) + (some_fail ? variant_words(item, *told) : "");
  verdict.evidence = feedback_evidence(*told, golden, item.feedback);
  if (item.feedback >= Feedback::seen) verdict.drawing = timeline_html(told->seen, most_drawn);
  if (some_fail && !always) {
    verdict.judgement.verdict = Verdict::flaky;
    verdict.counts = flaky == FlakyPolicy::best;
    verdict.message = "Sometimes right and sometimes not, of " + std::to_string(runs.size()) +
                      " runs. When it was not: " + verdict.message;
  }
  return verdict;
}

}  // namespace harness
