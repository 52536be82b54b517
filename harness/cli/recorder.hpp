#pragma once

#include <memory>
#include <string>

#include "cli/file_stream.hpp"
#include "model/listener.hpp"
#include "model/suite_revision.hpp"
#include "record/json_lines.hpp"
#include "record/record_store.hpp"

namespace harness {

/// Keeps a run among the user's records. What it cannot write does not disturb the run.
class Recorder : public RunListener {
 public:
  Recorder(RecordStore store, SuiteRevision suite) : store_(std::move(store)), suite_(std::move(suite)) {}

  void started(const RunPlan& plan) override;
  void finished(const CaseResult& result) override;
  void ended(const Summary& summary) override;

  /// Why the run is not recorded to its end; empty where it is.
  const std::string& trouble() const { return trouble_; }

  /// The record, once the run has begun.
  const std::filesystem::path& path() const { return path_; }

 private:
  RecordStore store_;
  SuiteRevision suite_;
  std::filesystem::path path_;
  std::unique_ptr<FileStream> file_;
  std::unique_ptr<JsonLines> lines_;
  std::string trouble_;
};

}  // namespace harness
