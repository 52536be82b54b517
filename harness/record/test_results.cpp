#include "record/test_results.hpp"

#include <algorithm>
#include <utility>

#include "support/escape.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

const std::string nasty =
    std::string("a\x1b[2Jb\x07\x00c\xff]]>\xe2\x80\xae\"<&>'```%::|", 28) + "\r\n\xef\xbf\xbf ";

Process process(std::string id, std::optional<std::string> parent, Ending end, Fate fate) {
  Process process;
  process.id = std::move(id);
  process.parent = std::move(parent);
  process.pid = 4711;
  process.argv = {{"program"}};
  process.exec = process.id == "program";
  process.end = end;
  process.fate = fate;
  process.start_ms = 0.5;
  process.end_ms = 2003.25;
  return process;
}

}  // namespace

const Case& TestRun::plan(const std::string& scenario, std::optional<StartMethod> method, StdioMode stdio,
                          const std::string& implementation) {
  auto known = std::find_if(scenarios_.begin(), scenarios_.end(),
                            [&](const Scenario& s) { return s.name == scenario; });
  if (known == scenarios_.end()) {
    Scenario fresh;
    fresh.name = scenario;
    fresh.golden = "/suite/expected/" + scenario + ".golden";
    known = scenarios_.insert(scenarios_.end(), fresh);
  }
  Case c;
  c.scenario = &*known;
  c.conditions.implementation = implementation;
  c.conditions.start_method = method;
  c.conditions.stdio = stdio;
  if (implementation == "cpython") c.version_text = "3.11.2";
  c.argv = {"/suite/programs/" + scenario};
  return cases_.emplace_back(c);
}

RunPlan TestRun::planned(int jobs, Level level, std::string level_reason) {
  planned_.assign(cases_.begin(), cases_.end());
  return {&planned_, level, std::move(level_reason), jobs};
}

CaseResult passed(const Case& c) {
  CaseResult result;
  result.judged = c;
  result.seen.level = Level::trace;
  result.seen.out = "Exiting...\n";
  result.seen.wall_ms = 2003.5;
  result.seen.processes = {process("program", std::nullopt, Exited{0}, Fate::root),
                           process("1", "program", Exited{1}, Fate::reaped)};
  return result;
}

CaseResult judged(const Case& c, Verdict verdict, std::optional<ReasonCode> code, const std::string& reason) {
  CaseResult result = passed(c);
  result.judgement = {verdict, code, reason};
  return result;
}

CaseResult wrong_exit(const Case& c) {
  const std::string reason = "child ended with exit 0, expected exit 1";
  CaseResult result = judged(c, Verdict::fail, ReasonCode::wrong_tree, reason);
  Difference difference;
  difference.code = ReasonCode::wrong_tree;
  difference.reason = reason;
  difference.golden = c.scenario->golden;
  difference.line = 8;
  difference.diff = {{DiffLine::Kind::same, "program            exit 0"},
                     {DiffLine::Kind::expected, "  child            exit 1      reaped"},
                     {DiffLine::Kind::seen, "  child            exit 0      reaped"}};
  result.comparison.differences = {difference};
  return result;
}

CaseResult hostile(const Case& c) {
  CaseResult result = wrong_exit(c);
  result.judgement.reason = nasty;
  result.comparison.differences.front().reason = nasty + "too";
  result.comparison.differences.front().diff.push_back({DiffLine::Kind::seen, nasty});
  result.comparison.not_checked = {nasty};
  result.comparison.close_races = {nasty};
  result.seen.out = result.seen.err = nasty;
  result.seen.level_reason = nasty;
  result.seen.output_holders = {nasty};
  result.seen.processes.back().argv = {{nasty, nasty}};
  result.seen.processes.back().exec = true;
  return result;
}

bool is_harmless(const std::string& text) {
  if (!is_utf8(text)) return false;
  const std::vector<std::string> lines = lines_of(text);
  return std::all_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return visible(line + "$") == line + "$"; });
}

}  // namespace harness
