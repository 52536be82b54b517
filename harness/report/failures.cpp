#include "report/failures.hpp"

#include <algorithm>
#include <set>

#include "model/names.hpp"
#include "report/terminal/difference_text.hpp"
#include "report/terminal/marks.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

bool same_diffs(const Comparison& a, const Comparison& b) {
  return std::equal(a.differences.begin(), a.differences.end(), b.differences.begin(), b.differences.end(),
                    [](const Difference& one, const Difference& other) { return one.diff == other.diff; });
}

bool same_reasons(const Comparison& a, const Comparison& b) {
  return std::equal(a.differences.begin(), a.differences.end(), b.differences.begin(), b.differences.end(),
                    [](const Difference& one, const Difference& other) {
                      return one.reason == other.reason && one.code == other.code &&
                             one.golden == other.golden && one.line == other.line;
                    });
}

bool belongs(const Failure& failure, const CaseResult& result) {
  return failure.scenario == result.judged.scenario->name && failure.judgement == result.judgement &&
         same_reasons(failure.comparison, result.comparison);
}

void note(std::vector<Failure>& failures, const CaseResult& result) {
  auto known = std::find_if(failures.begin(), failures.end(),
                            [&](const Failure& failure) { return belongs(failure, result); });
  if (known == failures.end()) {
    const Scenario& scenario = *result.judged.scenario;
    known = failures.insert(failures.end(), {scenario.name,
                                             scenario.golden,
                                             result.judgement,
                                             result.comparison,
                                             result.seen.output_holders,
                                             {},
                                             0,
                                             result.judged.shake,
                                             false});
  }
  known->diffs_vary = known->diffs_vary || !same_diffs(known->comparison, result.comparison);
  ++known->runs;
  const Variant variant = variant_of(result.judged);
  if (std::find(known->variants.begin(), known->variants.end(), variant) == known->variants.end()) {
    known->variants.push_back(variant);
  }
}

Line headline(const Failure& failure, const Style& style) {
  const Colour colour = colour_of(failure.judgement.verdict);
  Line line{{std::string(colour == Colour::red ? marks_of(style).bad : "!") + " ", colour},
            {shown(style, failure.scenario), Colour::bold},
            {"  " + std::string(to_string(failure.judgement.verdict)), colour}};
  if (failure.judgement.code && to_string(*failure.judgement.code) != to_string(failure.judgement.verdict)) {
    line.push_back({" (" + std::string(to_string(*failure.judgement.code)) + ")", colour});
  }
  return line;
}

std::vector<Line> variant_lines(const Failure& failure, const Style& style) {
  std::vector<Line> lines;
  for (const std::string& words : in_few_words(failure.variants)) {
    append(lines, paragraph(style, 2, words, Colour::dim));
  }
  if (failure.runs > static_cast<int>(failure.variants.size())) {
    append(lines, paragraph(style, 2, harness::format("{} runs in all", failure.runs), Colour::dim));
  }
  if (failure.shake != 0) {
    const std::string again = harness::format("shaken; this brings it back: exeunt run --shake {} {}",
                                              failure.shake, failure.scenario);
    append(lines, paragraph(style, 2, again, Colour::yellow));
  }
  if (failure.diffs_vary) {
    append(lines,
           paragraph(style, 2, "differences as in " + to_string(failure.variants.front()), Colour::dim));
  }
  return lines;
}

std::vector<Line> evidence_lines(const Failure& failure, const Style& style) {
  std::vector<Line> lines;
  for (const std::string& race : failure.comparison.close_races) {
    append(lines, paragraph(style, 2, "close race: " + race, Colour::yellow));
  }
  for (const std::string& guess : failure.comparison.guessed_helpers) {
    append(lines, paragraph(style, 2, "guessed: " + guess, Colour::yellow));
  }
  for (const std::string& fact : failure.comparison.not_checked) {
    append(lines, paragraph(style, 2, "not checked: " + fact, Colour::dim));
  }
  for (const std::string& holder : failure.output_holders) {
    append(lines, paragraph(style, 2, "still held the output at the end: " + holder, Colour::dim));
  }
  return lines;
}

}  // namespace

void Failures::note_guesses(const CaseResult& result) {
  if (result.comparison.guessed_helpers.empty()) return;
  const std::string who = result.judged.conditions.implementation + " " + result.judged.version_text;
  auto known = std::find_if(guesses_.begin(), guesses_.end(),
                            [&](const GuessedHelpers& guess) { return guess.implementation == who; });
  if (known == guesses_.end()) {
    known = guesses_.insert(guesses_.end(),
                            {who, case_name(result.judged), result.comparison.guessed_helpers.front(), 0});
  }
  ++known->runs;
}

void Failures::add(const CaseResult& result) {
  note_guesses(result);
  if (is_wrong(result.judgement.verdict)) note(wrong_, result);
  if (result.judgement.verdict == Verdict::skip) note(skipped_, result);
}

std::vector<Failure> Failures::wrong() const {
  std::vector<Failure> ordered = wrong_;
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const Failure& a, const Failure& b) { return a.scenario < b.scenario; });
  return ordered;
}

std::vector<Line> failure_lines(const Failure& failure, const Style& style,
                                const std::filesystem::path& base) {
  std::vector<Line> lines{headline(failure, style)};
  const std::string& reason = failure.judgement.reason;
  if (!reason.empty()) append(lines, paragraph(style, 2, reason));
  append(lines, variant_lines(failure, style));
  for (const Difference& difference : failure.comparison.differences) {
    append(lines, difference_lines(difference, style, base, !reason.starts_with(difference.reason)));
  }
  append(lines, evidence_lines(failure, style));
  return lines;
}

std::vector<Line> guess_lines(const std::vector<GuessedHelpers>& guesses, const Style& style) {
  std::vector<Line> lines;
  for (const GuessedHelpers& guess : guesses) {
    const std::string text =
        harness::format("{}: {} {} a process that was left out of the tree by a guess. The first, {}: {}",
                        guess.implementation, guess.runs, guess.runs == 1 ? "run has" : "runs have",
                        guess.scenario, guess.sentence);
    append(lines, paragraph(style, 0, text, Colour::yellow));
  }
  return lines;
}

std::vector<Line> skip_lines(const std::vector<Failure>& skipped, const Style& style) {
  struct Reason {
    std::string sentence;
    int runs = 0;
    std::set<std::string> scenarios;
  };
  std::vector<Reason> reasons;
  for (const Failure& failure : skipped) {
    const std::string& sentence = failure.judgement.reason;
    auto known = std::find_if(reasons.begin(), reasons.end(),
                              [&](const Reason& reason) { return reason.sentence == sentence; });
    if (known == reasons.end()) known = reasons.insert(reasons.end(), Reason{sentence, 0, {}});
    known->runs += failure.runs;
    known->scenarios.insert(failure.scenario);
  }
  std::vector<Line> lines;
  for (const Reason& reason : reasons) {
    const std::string where = reason.scenarios.size() == 1
                                  ? *reason.scenarios.begin()
                                  : harness::format("{} scenarios", reason.scenarios.size());
    const std::string text = harness::format("skipped {} {} of {}: {}", reason.runs,
                                             reason.runs == 1 ? "run" : "runs", where, reason.sentence);
    append(lines, paragraph(style, 0, text, Colour::cyan));
  }
  return lines;
}

}  // namespace harness
