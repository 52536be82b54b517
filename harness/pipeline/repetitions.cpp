#include "pipeline/repetitions.hpp"

#include <algorithm>
#include <utility>

#include "model/names.hpp"

namespace harness {
namespace {

// "pass", "fail (wrong-output)"
std::string in_words(const Judgement& judgement) {
  std::string words(to_string(judgement.verdict));
  if (judgement.verdict == Verdict::fail && judgement.code)
    words += " (" + std::string(to_string(*judgement.code)) + ")";
  return words;
}

// "98 × pass, 1 × timeout", the most frequent first
std::string histogram(const std::map<std::string, int>& outcomes) {
  std::vector<std::pair<int, std::string>> bars;
  for (const auto& [words, count] : outcomes)
    bars.emplace_back(-count, words);
  std::sort(bars.begin(), bars.end());
  std::string text;
  for (const auto& [negative_count, words] : bars)
    text += (text.empty() ? "" : ", ") + std::to_string(-negative_count) + " × " + words;
  return text;
}

// What the host broke says nothing of what is judged.
bool may_be_flaky(Verdict verdict) {
  return is_wrong(verdict) && verdict != Verdict::broken;
}

}  // namespace

void Repetitions::finished(const CaseResult& result) {
  const bool wrong = is_wrong(result.judgement.verdict);
  something_went_wrong_ = something_went_wrong_ || wrong;
  if (repeat_ == 1) return pass_on(result);
  const Conditions& conditions = result.judged.conditions;
  Variant& variant = variants_[Key(result.judged.scenario, conditions.implementation,
                                   result.judged.version_text, conditions.start_method, conditions.stdio)];
  ++variant.done;
  ++variant.outcomes[in_words(result.judgement)];
  if (wrong)
    variant.held.push_back(result);
  else
    pass_on(result);
  if (variant.done == repeat_) settle(variant);
}

void Repetitions::settle(Variant& variant) {
  const bool ever_well = variant.outcomes.count("pass") + variant.outcomes.count("known_fail") > 0;
  for (CaseResult& result : variant.held) {
    if (ever_well && may_be_flaky(result.judgement.verdict)) {
      result.judgement.verdict = Verdict::flaky;
      result.judgement.reason = "of " + std::to_string(variant.done) + " runs " +
                                histogram(variant.outcomes) + "; here: " + result.judgement.reason;
    }
    pass_on(result);
  }
  variant.held.clear();
}

void Repetitions::pass_on(const CaseResult& result) {
  count(summary_, result);
  next_.finished(result);
}

void Repetitions::settle() {
  for (auto& [key, variant] : variants_)
    settle(variant);
}

}  // namespace harness
