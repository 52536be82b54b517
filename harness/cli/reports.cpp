#include "cli/reports.hpp"

#include <unistd.h>

#include <utility>

#include "cli/stop_signals.hpp"
#include "cli/version.hpp"
#include "record/json_lines.hpp"
#include "report/files/github.hpp"
#include "report/files/junit.hpp"
#include "report/pages/site.hpp"
#include "report/terminal/live_board.hpp"
#include "report/terminal/matrix.hpp"
#include "report/terminal/plain_lines.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/utc.hpp"

namespace harness {
namespace {

void refuse_contradictions(const ReportWords& words) {
  if (words.quiet && words.verbose) throw UsageError("--quiet and --verbose exclude each other");
  if (words.json == "-" && words.junit == "-") {
    throw UsageError("--json and --junit: only one of them can go to the standard output");
  }
  if (words.github && (words.json == "-" || words.junit == "-")) {
    throw UsageError("--github writes to the standard output; send the other report to a file");
  }
}

}  // namespace

Reports::Reports(const ReportWords& words, Streams& streams)
    : words_(words),
      streams_(streams),
      origin_(words.origin ? *words.origin : ReportOrigin{this_platform(), version(), now_as_text()}) {}

void Reports::open_all(const ReportWords& words) {
  refuse_contradictions(words);
  const bool to_error = words.json == "-" || words.junit == "-";
  add_files(words);
  add_board(words, to_error);
  if (words.matrix) add_matrix(words, to_error);
  if (words.pages) add_pages(*words.pages);
  if (words.github) add_github();
  if (words.record) add_recorder(words);
}

void Reports::started(const RunPlan& plan) {
  open_all(words_);
  for (const auto& listener : listeners_)
    listener->started(plan);
}

void Reports::started_case(const Case& c) {
  for (const auto& listener : listeners_)
    listener->started_case(c);
}

void Reports::finished(const CaseResult& result) {
  for (const auto& listener : listeners_)
    listener->finished(result);
}

void Reports::ended(const Summary& summary) {
  for (const auto& listener : listeners_)
    listener->ended(summary);
}

void Reports::tick() {
  for (const auto& listener : listeners_)
    listener->tick();
}

std::ostream& Reports::open(const std::string& option, const std::string& path) {
  if (path == "-") return streams_.out;
  if (path.empty()) throw UsageError(option + ": the name of a file is missing");
  files_.push_back(std::make_unique<FileStream>(option, path, FileStream::Mode::truncate));
  return files_.back()->stream();
}

void Reports::add_files(const ReportWords& words) {
  if (words.json) {
    listeners_.push_back(std::make_unique<JsonLines>(open("--json", *words.json), origin_.platform,
                                                     origin_.exeunt, origin_.started, words.suite));
  }
  if (words.junit) {
    listeners_.push_back(std::make_unique<Junit>(open("--junit", *words.junit), origin_.platform,
                                                 std::filesystem::current_path()));
  }
}

void Reports::add_board(const ReportWords& words, bool to_error) {
  const Style style = style_for(streams_, words.colour, to_error);
  const Detail detail = words.quiet ? Detail::quiet : words.verbose ? Detail::verbose : Detail::normal;
  std::ostream& out = to_error ? streams_.err : streams_.out;
  const std::filesystem::path here = std::filesystem::current_path();
  if (!can_redraw(streams_, to_error)) {
    listeners_.push_back(std::make_unique<PlainLines>(out, style, detail, here));
    return;
  }
  listeners_.push_back(std::make_unique<LiveBoard>(out, style, detail, here, streams_.size));
  if (detail != Detail::quiet) StopSignals::show_cursor_on(to_error ? STDERR_FILENO : STDOUT_FILENO);
}

void Reports::add_matrix(const ReportWords& words, bool to_error) {
  const Style style = style_for(streams_, words.colour, to_error);
  listeners_.push_back(std::make_unique<Matrix>(to_error ? streams_.err : streams_.out, style));
}

// What cannot be written there is found now, not when the first run is over.
void Reports::add_pages(const std::string& folder) {
  if (folder.empty()) throw UsageError("--report: the name of a folder is missing");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error || ::access(folder.c_str(), W_OK) != 0) {
    throw CannotJudge("--report: cannot write to the folder " + folder + ": " +
                      (error ? error.message() : std::string("permission denied")));
  }
  sinks_.push_back(std::make_unique<FolderSink>(folder));
  const SiteFacts facts{origin_.platform, origin_.exeunt, origin_.started, std::filesystem::current_path()};
  listeners_.push_back(std::make_unique<Site>(
      *sinks_.back(), facts, [](const std::filesystem::path& path) -> std::optional<std::string> {
        if (!std::filesystem::is_regular_file(path)) return std::nullopt;
        return read_file(path);
      }));
}

void Reports::add_github() {
  std::ostream* page = nullptr;
  const std::string file = streams_.environment("GITHUB_STEP_SUMMARY").value_or("");
  if (!file.empty()) {
    files_.push_back(std::make_unique<FileStream>("GITHUB_STEP_SUMMARY", file, FileStream::Mode::append));
    page = &files_.back()->stream();
  }
  std::filesystem::path base = streams_.environment("GITHUB_WORKSPACE").value_or("");
  if (base.empty()) base = std::filesystem::current_path();
  listeners_.push_back(std::make_unique<Github>(streams_.out, page, base));
}

void Reports::add_recorder(const ReportWords& words) {
  auto recorder = std::make_unique<Recorder>(RecordStore(*words.record), words.suite);
  recorder_ = recorder.get();
  listeners_.push_back(std::move(recorder));
}

void Reports::close() {
  for (const auto& file : files_)
    file->close();
}

std::filesystem::path Reports::record() const {
  return recorder_ == nullptr ? std::filesystem::path() : recorder_->path();
}

std::string Reports::record_trouble() const {
  return recorder_ == nullptr ? "" : recorder_->trouble();
}

}  // namespace harness
