#include "match/compare_text.hpp"

#include <algorithm>
#include <string>

#include "match/shown_text.hpp"
#include "match/text_difference.hpp"
#include "match/text_match.hpp"

namespace harness {
namespace {

const ExpectedText nothing;

PidText pid_text(const std::string& id, const Observation& seen) {
  const auto found =
      std::ranges::find_if(seen.processes, [&](const Process& p) { return !p.helper && p.id == id; });
  // Where not every process is seen, numbers do not tell the order of creation.
  if (id != "program" && !sees_every_process(seen.level)) return {};
  if (found == seen.processes.end()) return {PidText::Kind::no_such_process, {}};
  if (!found->pid) return {};
  return {PidText::Kind::known, std::to_string(*found->pid)};
}

// One stream: what it must be and what it is.
struct StreamComparison {
  StreamComparison(std::string_view named, const Section<ExpectedText>* section, std::string_view text)
      : name(named),
        expected(section != nullptr ? section->content : nothing),
        section_line(section != nullptr ? section->line : 0),
        seen(SeenText::of(text, expected.lines.size() + lines_beyond)) {}

  TextPair pair() const { return {&expected, &seen}; }

  std::string_view name;
  const ExpectedText& expected;
  int section_line;
  SeenText seen;
};

void note_pids(const StreamComparison& stream, const PidTexts& pids, Comparison& comparison) {
  for (const auto& [id, pid] : pids) {
    if (pid.kind != PidText::Kind::not_seen) continue;
    comparison.not_checked.push_back(std::string(stream.name) + ": the pid of " +
                                     (id == "program" ? "the program" : "process " + id));
  }
}

Difference undecided(const StreamComparison& stream) {
  Difference difference;
  difference.code = ReasonCode::bad_golden;
  difference.line =
      stream.expected.blocks.empty() ? stream.section_line : stream.expected.blocks.front().line;
  difference.reason = std::string(stream.name) +
                      ": the names bound in {{any order}} blocks leave more ways to match than can be tried; "
                      "bind fewer of them";
  return difference;
}

// Whether the text would be right had there been the processes whose pids it tells: then it was made up.
bool tells_of_missing_processes(const StreamComparison& stream, const References& known) {
  PidTexts whatever = *known.pids;
  bool missing = false;
  for (auto& [id, pid] : whatever) {
    if (pid.kind != PidText::Kind::no_such_process) continue;
    pid = {};
    missing = true;
  }
  if (!missing) return false;
  References with = known;
  with.pids = &whatever;
  const TextPair pair = stream.pair();
  return match_texts({&pair, 1}, with) == TextMatch::matched;
}

// Adds a difference where the stream does not match, and keeps what it binds where it does.
bool compare_alone(const StreamComparison& stream, References& known, Comparison& comparison) {
  References with = known;
  const TextPair pair = stream.pair();
  switch (match_texts({&pair, 1}, with)) {
    case TextMatch::matched:
      known.names = std::move(with.names);
      return true;
    case TextMatch::too_many_ways:
      comparison.differences.push_back(undecided(stream));
      return false;
    case TextMatch::differs:
      break;
  }
  Difference difference =
      text_difference(stream.name, stream.expected, stream.section_line, stream.seen, known);
  if (tells_of_missing_processes(stream, known)) difference.code = ReasonCode::wrong_tree;
  comparison.differences.push_back(std::move(difference));
  return false;
}

}  // namespace

PidTexts pid_texts(const ExpectedText& expected, const Observation& seen) {
  PidTexts pids;
  for (const LinePattern& line : expected.lines) {
    if (!line.refers()) continue;
    for (const LinePart& part : line.parts()) {
      if (part.kind == LinePart::Kind::pid && !pids.contains(part.text)) {
        pids.emplace(part.text, pid_text(part.text, seen));
      }
    }
  }
  return pids;
}

void compare_text(const Observation& seen, const Golden& expected, const Conditions& conditions,
                  Comparison& comparison) {
  const bool terminal = conditions.stdio == StdioMode::tty;
  const std::string clean_out = terminal ? without_terminal_line_ends(seen.out) : std::string();
  const std::string clean_err = terminal ? without_terminal_line_ends(seen.err) : std::string();
  const StreamComparison out("stdout", selected(expected.out, conditions), terminal ? clean_out : seen.out);
  const StreamComparison err("stderr", selected(expected.err, conditions), terminal ? clean_err : seen.err);
  PidTexts pids = pid_texts(out.expected, seen);
  note_pids(out, pids, comparison);
  PidTexts err_pids = pid_texts(err.expected, seen);
  note_pids(err, err_pids, comparison);
  pids.merge(err_pids);

  References known{&pids, {}, false};
  const TextPair both[] = {out.pair(), err.pair()};
  if (match_texts(both, known) == TextMatch::matched) return;
  known.names.clear();
  known.unbound_matches = !compare_alone(out, known, comparison);
  compare_alone(err, known, comparison);
}

}  // namespace harness
