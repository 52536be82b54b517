#include "match/judge.hpp"

#include "match/seen_tree.hpp"
#include "match/shown_text.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::size_t most_named = 3;

// Not ended, or ended by the harness when the limit had passed.
bool still_running(const Process& process, double limit_ms) {
  constexpr double late = 0.9;  // clocks of the shim and the harness start apart
  if (process.helper) return false;
  if (!process.end || process.fate == Fate::leaked) return true;
  return std::holds_alternative<Killed>(*process.end) && process.end_ms && *process.end_ms >= late * limit_ms;
}

std::string name_of(const Process& process) {
  if (process.id == "program") return "the program";
  const std::string program = visible(program_of(process));
  return "child " + process.id + (program.empty() ? "" : " (" + program + ")");
}

// "a, b and c", with the number of those that are not named.
std::string listed(const std::vector<std::string>& names, std::size_t more) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() && more == 0 ? " and " : ", ";
    text += names[i];
  }
  return more > 0 ? text + " and " + std::to_string(more) + " more" : text;
}

std::string who_was_running(const Observation& seen) {
  std::vector<std::string> names;
  std::size_t more = 0;
  for (const Process& process : seen.processes) {
    if (!still_running(process, seen.limit_ms)) continue;
    if (names.size() < most_named) {
      names.push_back(name_of(process));
    } else {
      ++more;
    }
  }
  if (!names.empty()) return listed(names, more) + (names.size() == 1 ? " was" : " were") + " still running";
  for (const std::string& holder : seen.output_holders) {
    if (names.size() < most_named) names.push_back(visible(holder));
  }
  if (!names.empty())
    return listed(names, seen.output_holders.size() - names.size()) + " still held the output open";
  return {};
}

std::string timeout_sentence(const Observation& seen) {
  std::string text = "did not end within " + duration_text(seen.limit_ms);
  if (const std::string running = who_was_running(seen); !running.empty()) text += ": " + running;
  return text;
}

std::string output_sentence(const Observation& seen) {
  return "wrote more than it may: stopped after " + counted(seen.out.size() + seen.err.size(), "byte");
}

Judgement by_difference(const Comparison& comparison) {
  const Difference& first = comparison.differences.front();
  const std::size_t more = comparison.differences.size() - 1;
  const Verdict verdict = first.code == ReasonCode::bad_golden ? Verdict::broken : Verdict::fail;
  return {verdict, first.code,
          more > 0 ? first.reason + " (and " + std::to_string(more) + " more)" : first.reason};
}

}  // namespace

Judgement judge(const Observation& seen, const Comparison& comparison) {
  if (seen.start_failure) {
    return {Verdict::fail, ReasonCode::cannot_start,
            "cannot start: " + errno_text(seen.start_failure->step, seen.start_failure->error)};
  }
  switch (seen.stopped) {
    case Stopped::interrupted:
      return {Verdict::broken, std::nullopt, "the run was interrupted"};
    case Stopped::time_limit:
      return {Verdict::timeout, ReasonCode::timeout, timeout_sentence(seen)};
    case Stopped::output_limit:
      return {Verdict::fail, ReasonCode::output_limit, output_sentence(seen)};
    case Stopped::cpu_limit:
      return {Verdict::timeout, ReasonCode::timeout, "used up its processor time"};
    case Stopped::process_limit:
      return {Verdict::fail, ReasonCode::process_limit, "started more processes or threads than it may"};
    case Stopped::memory_limit:
      return {Verdict::fail, ReasonCode::memory_limit, "used more memory than it may"};
    case Stopped::disk_limit:
      return {Verdict::fail, ReasonCode::disk_limit, "wrote more to files than it may"};
    case Stopped::sandbox_violation:
      return {Verdict::fail, ReasonCode::sandbox_violation,
              "was stopped at a system call that no program needs"};
    case Stopped::by_itself:
      break;
  }
  if (comparison.differences.empty()) return {};
  return by_difference(comparison);
}

}  // namespace harness
