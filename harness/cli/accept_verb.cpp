
#include <algorithm>
#include <deque>
#include <fstream>

#include "cli/exit_codes.hpp"
#include "cli/golden_diff.hpp"
#include "cli/machinery.hpp"
#include "cli/record_operands.hpp"
#include "cli/request.hpp"
#include "cli/stop_signals.hpp"
#include "cli/verbs.hpp"
#include "record/json_lines.hpp"
#include "report/terminal/difference_text.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

struct AcceptWords {
  RunRequest request;
  std::vector<std::string> from;
  bool yes = false;
  bool widen = false;
  std::string colour = "auto";
};

struct Tally {
  int accepted = 0;
  int left = 0;
  int refused = 0;
};

enum class Answer { yes, no, quit };

void declare(Options& options, AcceptWords& words) {
  declare_filters(options, words.request.filters);
  options.values("--from", "RECORD", false, words.from,
                 "takes recorded runs, of several platforms, instead of running; several by repetition, or "
                 "as arguments that end in .jsonl");
  options.flag("-y,--yes", words.yes, "accepts every change without asking");
  options.flag("--widen", words.widen,
               "with --yes, also changes that reach further than the runs: to other platforms, start "
               "methods, stdio modes");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  declare_run(options, words.request);
  declare_suite(options, words.request.paths);
  options.epilogue(
      "Without --yes it asks for each golden: y writes it, n leaves it, q leaves all\n"
      "the rest. What is left or refused makes the exit status 1 or 2.\n\n"
      "examples:\n"
      "  exeunt accept exit\n"
      "  exeunt accept --from linux.jsonl --from windows.jsonl\n");
  options.exit_statuses(
      {{exit_as_expected, "every golden holds now"},
       {exit_differs, "some were left as they were"},
       {exit_could_not_judge, "some were refused; or nothing could be run, or it was interrupted"}});
}

void refuse_where_nobody_looks(const AcceptWords& words, const Streams& streams) {
  if (streams.environment("CI")) {
    throw UsageError(
        "accept: not under CI, where nobody reviews what becomes expected; run it by hand and commit");
  }
  if (!words.yes && !(streams.in_is_terminal && streams.out_is_terminal)) {
    throw UsageError("accept: there is no terminal to ask on; review with exeunt run, then give --yes");
  }
}

// --from A.jsonl B.jsonl: records among the arguments belong to it.
void take_records(AcceptWords& words) {
  if (words.from.empty()) return;
  std::vector<std::string>& filters = words.request.filters;
  const auto records = std::stable_partition(
      filters.begin(), filters.end(), [](const std::string& word) { return !word.ends_with(".jsonl"); });
  words.from.insert(words.from.end(), records, filters.end());
  filters.erase(records, filters.end());
}

std::vector<Renewal> from_records(const RunRequest& request, const std::vector<std::string>& words,
                                  const Streams& streams) {
  std::deque<RecordedResults> records;  // results point at scenarios of their own record: it must not move
  std::vector<const CaseResult*> results;
  for (const std::string& word : words) {
    const std::filesystem::path path = record_named(word, streams);
    std::ifstream in(path);
    records.push_back(read_results(in, path.string()));
  }
  for (const RecordedResults& record : records) {
    for (const CaseResult& result : record.results)
      results.push_back(&result);
  }
  return streams.machinery.renewals_from(request, results);
}

Answer ask(const Renewal& renewal, const std::string& path, Streams& streams) {
  while (true) {
    streams.out << (renewal.before.empty() ? "write " : "renew ") << path << "? [y/n/q] " << std::flush;
    std::string line;
    if (!std::getline(streams.in, line) || line == "q") return Answer::quit;
    if (line == "y") return Answer::yes;
    if (line == "n") return Answer::no;
  }
}

void tell(const Renewal& renewal, const std::string& path, const Style& style, Streams& streams) {
  std::vector<Line> lines{{{shown(style, renewal.scenario.name), Colour::bold}}};
  if (!renewal.refused.empty()) {
    for (const Line& line : paragraph(style, 2, "refused: " + renewal.refused, Colour::yellow))
      lines.push_back(line);
  } else {
    lines.push_back({{"  " + shown(style, path), Colour::cyan}});
    for (const Line& line : diff_lines(golden_diff(renewal.before, renewal.after), style, 2))
      lines.push_back(line);
    for (const std::string& text : renewal.widened) {
      for (const Line& line :
           paragraph(style, 2, "no run tells of, and changes too: " + text, Colour::yellow))
        lines.push_back(line);
    }
  }
  streams.out << render(lines, style);
}

void write_golden(const Renewal& renewal) {
  std::error_code error;
  std::filesystem::create_directories(renewal.scenario.golden.parent_path(), error);
  write_file(renewal.scenario.golden, renewal.after);  // tells what is wrong, where the folder is missing too
}

Tally review(const std::vector<Renewal>& renewals, const AcceptWords& words, const Style& style,
             Streams& streams) {
  Tally tally;
  bool quit = false;
  for (const Renewal& renewal : renewals) {
    const std::string path = shown_path(renewal.scenario.golden, std::filesystem::current_path());
    if (quit) {
      ++(renewal.refused.empty() ? tally.left : tally.refused);
      continue;
    }
    tell(renewal, path, style, streams);
    if (!renewal.refused.empty()) {
      ++tally.refused;
    } else {
      const bool reaches_too_far =
          words.yes && !words.from.empty() && !words.widen && !renewal.widened.empty();
      if (reaches_too_far) streams.out << "  left as it is: give --widen, or records that tell of the rest\n";
      const Answer answer = reaches_too_far ? Answer::no
                            : words.yes     ? Answer::yes
                                            : ask(renewal, shown(style, path), streams);
      if (answer == Answer::yes) write_golden(renewal);
      ++(answer == Answer::yes ? tally.accepted : tally.left);
      quit = answer == Answer::quit;
    }
    streams.out << "\n";
  }
  return tally;
}

int status_of(const Tally& tally) {
  if (tally.refused > 0) return exit_could_not_judge;
  return tally.left > 0 ? exit_differs : exit_as_expected;
}

int act(AcceptWords& words, Streams& streams) {
  refuse_where_nobody_looks(words, streams);
  take_records(words);
  refuse_contradictions(words.request);
  const Style style = style_for(streams, words.colour);
  std::vector<Renewal> renewals;
  {
    const StopSignals signals(streams.machinery.request_stop);
    renewals = words.from.empty() ? streams.machinery.propose_renewals(words.request)
                                  : from_records(words.request, words.from, streams);
    if (StopSignals::received()) throw CannotJudge("accept: interrupted; nothing was written");
  }
  if (renewals.empty()) {
    streams.out << "nothing to accept: every golden holds\n";
    return exit_as_expected;
  }
  const Tally tally = review(renewals, words, style, streams);
  streams.out << harness::format("{} accepted, {} left as they were, {} refused\n", tally.accepted,
                                 tally.left, tally.refused);
  return status_of(tally);
}

}  // namespace

Verb accept_verb() {
  return make_verb<AcceptWords>(
      "accept", "[OPTIONS] [FILTER...]",
      "Runs scenarios twice, shows how each golden that does not hold any more would change, and writes "
      "those that you accept.\n\nPatterns stay where they still match. A golden is refused for a run that "
      "timed out, broke or was decided by a close race, and where two runs in a row differed.",
      declare, act);
}

}  // namespace harness
