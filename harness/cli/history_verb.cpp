#include <algorithm>

#include "cli/exit_codes.hpp"
#include "cli/file_stream.hpp"
#include "cli/options.hpp"
#include "cli/record_operands.hpp"
#include "cli/verbs.hpp"
#include "record/history_index.hpp"
#include "report/files/history_json.hpp"
#include "report/terminal/history_lines.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

struct HistoryWords {
  std::vector<std::string> scenarios;
  std::optional<std::string> json;
  std::string colour = "auto";
};

// The scenario of that name; where there is none, those that have the word in their name.
std::vector<std::string> named(const std::string& word, const std::vector<std::string>& all) {
  if (std::find(all.begin(), all.end(), word) != all.end()) return {word};
  std::vector<std::string> matching;
  std::copy_if(all.begin(), all.end(), std::back_inserter(matching),
               [&](const std::string& name) { return name.find(word) != std::string::npos; });
  if (!matching.empty()) return matching;
  const std::optional<std::string> near = closest(word, all);
  throw UsageError("history: no record has a scenario '" + word + "'" +
                   (near ? " (closest: '" + *near + "')" : ""));
}

std::vector<RunHistory> histories_of(const HistoryIndex& index, const std::vector<std::string>& words) {
  const std::vector<std::string> all = index.scenarios();
  if (all.empty()) throw UsageError("history: there are no records yet; exeunt run makes one");
  std::vector<RunHistory> histories;
  for (const std::string& word : words) {
    for (const std::string& scenario : named(word, all)) {
      for (const auto& [key, runs] : index.runs_of(scenario))
        histories.push_back(history_of(key, runs));
    }
  }
  return histories;
}

void declare(Options& options, HistoryWords& words) {
  options.argument("SCENARIO", words.scenarios, "a name, or a part of names");
  options.output("--json", {".json"}, words.json, "the same as one JSON object");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  options.exit_statuses({{exit_as_expected, "shown, whatever the verdicts"}});
}

int act(HistoryWords& words, Streams& streams) {
  if (words.scenarios.empty()) throw UsageError("history: of which scenario? exeunt list tells their names");
  const Style style = style_for(streams, words.colour);
  const HistoryIndex index(own_store(streams));
  for (const std::string& trouble : index.unreadable())
    streams.err << "exeunt: left out: " << visible(trouble) << "\n";
  const std::vector<RunHistory> histories = histories_of(index, words.scenarios);
  if (words.json != "-") streams.out << render(history_lines(histories, style), style);
  if (!words.json) return exit_as_expected;
  const std::string text = history_json(histories).dump(2) + "\n";
  if (words.json == "-") {
    streams.out << text;
  } else {
    FileStream file("--json", *words.json, FileStream::Mode::truncate);
    file.stream() << text;
    file.close();
  }
  return exit_as_expected;
}

}  // namespace

Verb history_verb() {
  return make_verb<HistoryWords>(
      "history", "[OPTIONS] SCENARIO...",
      "Shows the verdicts of a scenario over the recorded runs: for each variant a strip, oldest first, "
      "how often it failed, how often it came out otherwise than most runs of the same suite, how its time "
      "went, and since when it fails.",
      declare, act);
}

}  // namespace harness
