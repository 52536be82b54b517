#include "grade/feedback.hpp"

#include <algorithm>

#include "grade/fates.hpp"
#include "match/shown_text.hpp"
#include "match/tree_text.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::size_t most_lines = 64;
constexpr std::size_t most_bytes = 4096;

bool differs(const CaseResult& result, ReasonCode code) {
  const auto& all = result.comparison.differences;
  return std::any_of(all.begin(), all.end(), [&](const Difference& one) { return one.code == code; });
}

const Difference* first_of(const CaseResult& result, ReasonCode code) {
  for (const Difference& difference : result.comparison.differences) {
    if (difference.code == code) return &difference;
  }
  return nullptr;
}

std::string ending_words(const CaseResult& result) {
  const auto& processes = result.seen.processes;
  if (processes.empty() || !processes.front().end) return "ended in another way than it should";
  const Ending& end = *processes.front().end;
  if (std::holds_alternative<Killed>(end)) return "was ended by " + to_string(end);
  return "ended with " + to_string(end);
}

std::string tree_words(const CaseResult& result, const Golden& golden) {
  const Section<ExpectedTree>* tree = selected(golden.processes, result.judged.conditions);
  std::string words = fate_words(result.seen, tree != nullptr ? &tree->content : nullptr);
  if (words.empty()) words = "its processes did not live and end as they should";
  return words;
}

std::string clauses_of(const std::vector<std::string>& clauses) {
  std::string text;
  for (std::size_t i = 0; i < clauses.size(); ++i)
    text += (i == 0 ? "" : i + 1 == clauses.size() ? "; and " : "; ") + clauses[i];
  return text;
}

std::string difference_words(const CaseResult& result, const Golden& golden, Feedback most) {
  const bool output = differs(result, ReasonCode::wrong_output);
  const bool exit = differs(result, ReasonCode::wrong_exit);
  const bool tree = differs(result, ReasonCode::wrong_tree) || differs(result, ReasonCode::leaked_process);
  std::vector<std::string> wrong;
  if (exit) wrong.push_back("it " + ending_words(result) + ", which is not right");
  if (tree) wrong.push_back(tree_words(result, golden));
  std::string text;
  if (output) {
    text = "your program did not print what it should";
    if (!wrong.empty()) text += ", and " + clauses_of(wrong);
  } else {
    text = "your program printed the right lines, but " + clauses_of(wrong);
  }
  const Difference* told = first_of(result, result.judgement.code.value_or(ReasonCode::wrong_output));
  if (most == Feedback::full && told != nullptr && !told->reason.empty())
    text += ". In detail: " + told->reason;
  return text;
}

std::string limit_words(const CaseResult& result) {
  return "your program " + result.judgement.reason;
}

std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
  return text;
}

std::string right_or_wrong(const CaseResult& result) {
  return result.judgement.verdict == Verdict::pass ? "right" : "this is not right yet";
}

std::string words_of(const CaseResult& result, const Golden& golden, Feedback most) {
  if (result.judgement.verdict == Verdict::broken)
    return "this could not be judged, which is not your fault; tell your instructor";
  if (most == Feedback::verdict) return right_or_wrong(result);
  if (result.judgement.verdict == Verdict::pass)
    return "right: output, exit status and processes are as they should be";
  if (!result.comparison.differences.empty() && result.seen.stopped == Stopped::by_itself)
    return difference_words(result, golden, most);
  return limit_words(result);
}

// ---- evidence

void add_line(std::string& text, const std::string& line) {
  text += line + "\n";
}

// The first lines of a stream, made visible.
void add_output(std::string& text, const std::string& title, const std::string& bytes) {
  if (bytes.empty()) return;
  add_line(text, title);
  const std::vector<std::string> lines = lines_of(std::string_view(bytes).substr(0, most_bytes));
  const std::size_t shown = std::min(lines.size(), most_lines);
  for (std::size_t i = 0; i < shown; ++i)
    add_line(text, "  " + shown_line(lines[i]));
  if (shown < lines.size() || bytes.size() > most_bytes) add_line(text, "  ... and more");
}

std::string_view sign_of(DiffLine::Kind kind) {
  switch (kind) {
    case DiffLine::Kind::same:
      return "    ";
    case DiffLine::Kind::expected:
      return "  - ";
    case DiffLine::Kind::seen:
      return "  + ";
    case DiffLine::Kind::omitted:
      break;
  }
  return "    ";
}

void add_difference(std::string& text, const Difference& difference) {
  add_line(text, sentence(difference.reason));
  if (difference.diff.empty()) return;
  add_line(text, "Lines with - are missing, lines with + are too many:");
  for (const DiffLine& line : difference.diff)
    add_line(text, std::string(sign_of(line.kind)) + line.text);
}

void add_tree(std::string& text, const std::string& title, const std::vector<std::string>& lines) {
  add_line(text, title);
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i)
    add_line(text, "  " + visible(lines[i]));
  if (lines.size() > most_lines) add_line(text, "  ... and more");
}

}  // namespace

std::string feedback_words(const CaseResult& result, const Golden& golden, Feedback most) {
  return visible(sentence(words_of(result, golden, most)));
}

std::string feedback_evidence(const CaseResult& result, const Golden& golden, Feedback most) {
  if (most < Feedback::seen || result.judgement.verdict == Verdict::pass ||
      result.judgement.verdict == Verdict::broken)
    return {};
  std::string text;
  if (most == Feedback::full) {
    for (const Difference& difference : result.comparison.differences)
      add_difference(text, difference);
    if (const Section<ExpectedTree>* tree = selected(golden.processes, result.judged.conditions))
      add_tree(text, "The processes that are expected:", tree->source);
  }
  add_tree(text, "The processes that were seen:", lines_of(tree_text(result.seen)));
  add_output(text, "Your program wrote:", result.seen.out);
  add_output(text, "Your program wrote as errors:", result.seen.err);
  return text;
}

Judgement build_judgement(const Observation& seen, const std::string& program) {
  const std::string what = program.empty() ? "your submission" : "the program " + visible(program);
  if (seen.start_failure)
    return {Verdict::broken, ReasonCode::cannot_start,
            "cannot build " + what + ": what builds it could not be started: " +
                errno_text(seen.start_failure->step, seen.start_failure->error)};
  switch (seen.stopped) {
    case Stopped::time_limit:
    case Stopped::cpu_limit:
      return {Verdict::fail, ReasonCode::build_timeout,
              "building " + what + " took too long and was stopped after " + duration_text(seen.limit_ms)};
    case Stopped::output_limit:
      return {Verdict::fail, ReasonCode::build_error, what + " could not be built: too many messages"};
    case Stopped::process_limit:
      return {Verdict::fail, ReasonCode::process_limit, "building " + what + " started too many processes"};
    case Stopped::memory_limit:
      return {Verdict::fail, ReasonCode::build_error, "building " + what + " needs more memory than it may"};
    case Stopped::disk_limit:
      return {Verdict::fail, ReasonCode::disk_limit, "building " + what + " wrote more than it may"};
    case Stopped::sandbox_violation:
      return {Verdict::fail, ReasonCode::sandbox_violation,
              "building " + what + " was stopped at a system call that no compiler needs"};
    case Stopped::interrupted:
      return {Verdict::broken, std::nullopt, "building " + what + " was interrupted"};
    case Stopped::by_itself:
      break;
  }
  const bool ended_well = !seen.processes.empty() && seen.processes.front().end == Ending(Exited{0});
  if (ended_well) return {};
  return {Verdict::fail, ReasonCode::build_error, what + " could not be built; the compiler says why"};
}

std::string build_log(const Observation& seen) {
  std::string text;
  add_output(text, "What the compiler said:", seen.err);
  add_output(text, "What else was printed:", seen.out);
  return text;
}

}  // namespace harness
