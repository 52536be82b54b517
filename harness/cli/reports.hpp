#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/file_stream.hpp"
#include "cli/recorder.hpp"
#include "cli/streams.hpp"
#include "model/listener.hpp"
#include "model/suite_revision.hpp"
#include "record/platform.hpp"
#include "report/pages/page_sink.hpp"

namespace harness {

/// On what a run was made, with what, and when.
struct ReportOrigin {
  Platform platform;
  std::string exeunt;   ///< the version of the program
  std::string started;  ///< RFC 3339
};

/// Which views of a run are wanted, and where.
struct ReportWords {
  std::optional<std::string> json;              ///< a file, or "-"
  std::optional<std::string> junit;             ///< a file, or "-"
  std::optional<std::string> pages;             ///< a folder for a page of each run and an index
  std::optional<std::filesystem::path> record;  ///< the folder of the records that the run is kept among
  SuiteRevision suite;                          ///< which state of the suite is run
  std::optional<ReportOrigin> origin;           ///< of a recorded run; nothing: this one, now
  bool github = false;
  bool matrix = false;
  bool quiet = false;
  bool verbose = false;
  std::string colour = "auto";
};

/// The views of one run, opened when it starts: where there is nothing to run, nothing is written. Where a
/// file goes to the standard output, what people read goes to standard error.
class Reports : public RunListener {
 public:
  /// @param words  must outlive it.
  Reports(const ReportWords& words, Streams& streams);

  /// @throws UsageError for wishes that exclude each other, CannotJudge for a file that cannot be written.
  void started(const RunPlan& plan) override;
  void started_case(const Case& c) override;
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;
  void tick() override;

  /// @throws CannotJudge where a report could not be written to its end.
  void close();
  /// The record of the run; empty where it is not recorded.
  std::filesystem::path record() const;
  /// Why there is no whole record; empty where there is one, or none is wanted.
  std::string record_trouble() const;

 private:
  void open_all(const ReportWords& words);
  std::ostream& open(const std::string& option, const std::string& path);
  void add_files(const ReportWords& words);
  void add_board(const ReportWords& words, bool to_error);
  void add_pages(const std::string& folder);
  void add_github();
  void add_matrix(const ReportWords& words, bool to_error);
  void add_recorder(const ReportWords& words);

  const ReportWords& words_;
  Streams& streams_;
  ReportOrigin origin_;
  std::vector<std::unique_ptr<FileStream>> files_;
  std::vector<std::unique_ptr<PageSink>> sinks_;
  std::vector<std::unique_ptr<RunListener>> listeners_;
  Recorder* recorder_ = nullptr;  // among listeners_
};

}  // namespace harness
