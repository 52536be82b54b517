
#include <algorithm>
#include <limits>

#include "cli/exit_codes.hpp"
#include "cli/file_stream.hpp"
#include "cli/options.hpp"
#include "cli/record_operands.hpp"
#include "cli/verbs.hpp"
#include "record/line_reader.hpp"
#include "report/bench_change_views.hpp"
#include "report/comparison_words.hpp"
#include "report/files/comparison_json.hpp"
#include "report/files/comparison_markdown.hpp"
#include "report/pages/comparison_page.hpp"
#include "report/terminal/comparison_lines.hpp"
#include "support/closest.hpp"
#include "support/errors.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_told = 30;  // changes of a kind
constexpr std::size_t first_look = 4096;

struct CompareWords {
  std::vector<std::string> records;
  std::optional<std::string> baseline;
  std::optional<std::string> keep;
  std::optional<std::string> json;
  std::optional<std::string> markdown;
  std::optional<std::string> html;
  std::string colour = "auto";
  bool verbose = false;
};

void declare(Options& options, CompareWords& words) {
  options.argument("RECORD", words.records, record_operand_help);
  options.value("--baseline", "NAME", words.baseline,
                "compares with the record kept under NAME, by --keep or by exeunt run --baseline");
  options.value("--keep", "NAME", words.keep, "keeps the last record given under NAME, after comparing");
  options.heading("what is told");
  options.output("--json", {".json"}, words.json, "everything that differs, as one JSON object");
  options.output("--markdown", {".md", ".markdown"}, words.markdown, "a comment for a pull request");
  options.output("--html", {".html", ".htm"}, words.html, "a page with the matrix of scenario by record");
  options.flag("-v,--verbose", words.verbose, "every change, not the first 30 of a kind");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  options.epilogue(
      "examples:\n"
      "  exeunt compare latest~1 latest\n"
      "  exeunt compare --baseline release latest\n"
      "  exeunt compare glibc.jsonl musl.jsonl aarch64.jsonl --html=matrix.html\n"
      "  exeunt compare before.json after.json     two files of exeunt bench --json\n");
  options.exit_statuses({{exit_as_expected, "nothing newly fails; of exeunt bench: nothing is slower"},
                         {exit_differs, "something newly fails, or is slower beyond noise"},
                         {exit_could_not_judge, "the records have no run in common, or one was cut short"}});
}

// Where each form goes; only one can go to the standard output.
class Outputs {
 public:
  Outputs(const CompareWords& words, Streams& streams) : streams_(streams) {
    int to_out = 0;
    for (const auto& [option, path] :
         {std::pair{"--json", words.json}, {"--markdown", words.markdown}, {"--html", words.html}})
      to_out += path == "-" ? 1 : 0;
    if (to_out > 1)
      throw UsageError("compare: only one of --json, --markdown and --html can go to the standard output");
    to_out_ = to_out > 0;
  }

  /// Whether the standard output is free for people.
  bool for_people() const { return !to_out_; }

  void write(const char* option, const std::optional<std::string>& path, const std::string& text) {
    if (!path) return;
    if (*path == "-") {
      streams_.out << text;
      return;
    }
    if (path->empty()) throw UsageError(std::string(option) + ": the name of a file is missing");
    FileStream file(option, *path, FileStream::Mode::truncate);
    file.stream() << text;
    file.close();
  }

 private:
  Streams& streams_;
  bool to_out_ = false;
};

std::string json_text(const Json& json) {
  return json.dump(2) + "\n";
}

bool is_bench(const fs::path& path) {
  LineReader lines(path);
  std::string beginning;
  while (beginning.size() < first_look && lines.next())
    beginning += std::string(lines.line().substr(0, first_look)) + "\n";
  return is_bench_file(beginning);
}

int compare_benches(const std::vector<fs::path>& files, const CompareWords& words, Streams& streams) {
  if (files.size() != 2) throw UsageError("compare: two files of exeunt bench are compared at a time");
  Outputs outputs(words, streams);
  if (words.html) throw UsageError("compare: there is no page of two files of exeunt bench; take --markdown");
  const std::vector<BenchChange> changes =
      bench_changes(read_bench_file(files[0]), read_bench_file(files[1]));
  if (changes.empty()) throw CannotJudge("compare: neither file has a measurement");
  const Style style = style_for(streams, words.colour);
  if (outputs.for_people()) streams.out << render(bench_change_lines(changes, style), style);
  outputs.write("--json", words.json, json_text(bench_change_json(changes)));
  outputs.write("--markdown", words.markdown, bench_change_markdown(changes));
  return anything_slower(changes) ? exit_differs : exit_as_expected;
}

int compare_runs(const std::vector<fs::path>& files, const CompareWords& words, Streams& streams) {
  Outputs outputs(words, streams);
  Words texts;
  const RecordComparison comparison = compare_records(files, texts);
  const bool wants_matrix = files.size() > 2 || words.html || words.json;
  const std::vector<MatrixRow> matrix =
      wants_matrix ? matrix_of(comparison.records, texts) : std::vector<MatrixRow>();
  const Style style = style_for(streams, words.colour);
  const std::size_t most = words.verbose ? std::numeric_limits<std::size_t>::max() : most_told;
  if (outputs.for_people()) streams.out << render(comparison_lines(comparison, matrix, style, most), style);
  if (words.json) outputs.write("--json", words.json, json_text(comparison_json(comparison, matrix)));
  if (words.markdown)
    outputs.write("--markdown", words.markdown, comparison_markdown(comparison, matrix, most));
  if (words.html) outputs.write("--html", words.html, comparison_page(comparison, matrix));
  if (anything_newly_fails(comparison)) return exit_differs;
  if (const std::string gap = gap_text(comparison); !gap.empty())
    throw CannotJudge("compare: nothing newly fails, but " + gap);
  return exit_as_expected;
}

UsageError no_baseline(const std::string& name, const std::vector<std::string>& kept) {
  const std::optional<std::string> near = closest(name, kept);
  return UsageError(
      harness::format("compare: no record is kept as the baseline '{}'{}; compare --keep {} RECORD keeps one",
                      name, near ? " (closest: '" + *near + "')" : "", name));
}

// What is compared, the baseline first.
std::vector<fs::path> files_of(const CompareWords& words, Streams& streams) {
  std::vector<fs::path> files;
  for (const std::string& word : words.records)
    files.push_back(record_named(word, streams));
  if (!words.baseline || files.empty()) return files;
  const RecordStore store = own_store(streams);
  const fs::path kept = store.baseline(*words.baseline);
  if (!fs::exists(kept)) throw no_baseline(*words.baseline, store.baselines());
  files.insert(files.begin(), kept);
  return files;
}

int act(CompareWords& words, Streams& streams) {
  const std::vector<fs::path> files = files_of(words, streams);
  if (files.empty())
    throw UsageError("compare: which records? exeunt compare latest~1 latest compares the last two");
  int status = exit_as_expected;
  if (files.size() > 1) {
    const auto benches = std::count_if(files.begin(), files.end(), is_bench);
    if (benches > 0 && benches < static_cast<std::ptrdiff_t>(files.size()))
      throw UsageError("compare: a record of runs cannot be compared with measurements of exeunt bench");
    status = benches > 0 ? compare_benches(files, words, streams) : compare_runs(files, words, streams);
  } else if (!words.keep) {
    throw UsageError("compare: one record alone cannot be compared; give two, or --baseline NAME");
  }
  if (words.keep) own_store(streams).keep(files.back(), *words.keep);
  return status;
}

}  // namespace

Verb compare_verb() {
  return make_verb<CompareWords>(
      "compare", "[OPTIONS] RECORD RECORD...",
      "Tells what differs between recorded runs: what newly fails or passes, what changed in output, in the "
      "tree of processes, or in timing beyond noise, what only one of them has, and what could not be "
      "compared; grouped by what the changed runs have in common. Each record is compared with the first. "
      "The exit status is 1 when something newly fails.\n\nTwo files of exeunt bench are compared by their "
      "ratios to the floor; the exit status is 1 when something is slower beyond noise.",
      declare, act);
}

}  // namespace harness
