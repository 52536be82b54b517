#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "record/changes.hpp"
#include "record/fingerprint.hpp"

namespace harness {

/// How one record differs from the first one.
struct ComparedRecord {
  std::size_t record = 0;  ///< place in RecordComparison::records
  std::vector<PropertyDifference> properties;
  Changes changes;
};

/// How records differ: each but the first with the first one.
struct RecordComparison {
  std::vector<RecordIndex> records;
  std::vector<std::string> labels;  ///< of the records; no two are equal, but of the same file
  std::vector<ComparedRecord> compared;
};

/// Compares two or more records. @throws CannotJudge for what is no record.
RecordComparison compare_records(const std::vector<std::filesystem::path>& paths, Words& words);

/// Whether something fails that did not in the first record.
bool anything_newly_fails(const RecordComparison& comparison);

/// A scenario in every record.
struct MatrixCell {
  std::size_t passed = 0;
  std::size_t known = 0;  ///< known failures
  std::size_t failed = 0;
  std::size_t skipped = 0;
  std::vector<std::string> failing;  ///< variants, at most a few
  std::size_t ran() const { return passed + known + failed; }
  bool operator==(const MatrixCell&) const = default;
};
struct MatrixRow {
  std::string scenario;
  std::vector<MatrixCell> cells;  ///< one for each record
  std::string explanation;        ///< of explaining_property(); empty: none
  bool differs = false;           ///< some records fail and others do not
};

/// Every scenario, in order of name.
std::vector<MatrixRow> matrix_of(const std::vector<RecordIndex>& records, const Words& words);

}  // namespace harness
