#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "record/record_store.hpp"
#include "record/run_history.hpp"

namespace harness {

class Database;

/// A SQLite index over the records of a store: what a question about one scenario needs, without reading
/// them all again. It can be removed at any time, and is built again from the records.
class HistoryIndex {
 public:
  /// Opens the index and brings it up to date: records that are new or have grown are read, those that are
  /// gone are forgotten. @throws CannotJudge where the index cannot be written.
  explicit HistoryIndex(const RecordStore& store);
  ~HistoryIndex();
  HistoryIndex(const HistoryIndex&) = delete;
  HistoryIndex& operator=(const HistoryIndex&) = delete;

  /// Every scenario in any record, in order of name.
  std::vector<std::string> scenarios() const;

  /// The variants of a scenario, each with all its runs, oldest first. The key tells no version.
  std::vector<std::pair<RunKey, std::vector<PastRun>>> runs_of(const std::string& scenario) const;

  /// Records that could not be read, with the reason.
  const std::vector<std::string>& unreadable() const { return unreadable_; }

 private:
  void update(const RecordStore& store);
  void add(const std::filesystem::path& record);

  std::unique_ptr<Database> database_;
  std::vector<std::string> unreadable_;
};

}  // namespace harness
