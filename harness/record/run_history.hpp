#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/verdict.hpp"
#include "record/changes.hpp"

namespace harness {

/// One recorded run of a variant.
struct PastRun {
  std::string record;   ///< file name
  std::string started;  ///< of the record, RFC 3339
  std::string suite;    ///< its revision; empty where that is not known
  std::string version;  ///< of the implementation
  Verdict verdict = Verdict::pass;
  double wall_ms = 0;
  std::string reason;
};

/// How the runs of one record came out.
enum class Outcomes { passed, failed, mixed, skipped };
std::string_view to_string(Outcomes outcomes);

/// The runs of a variant in one record.
struct PastRecord {
  std::string started;
  Outcomes outcomes = Outcomes::passed;
  double median_ms = 0;
};

/// A variant over all records.
struct RunHistory {
  RunKey key;
  std::vector<PastRecord> records;  ///< oldest first
  std::size_t runs = 0;             ///< that were not skipped
  std::size_t failed = 0;
  double flake_rate = 0;  ///< share of runs that came out otherwise than most of the same suite and version
  /// The first of the failing runs that the latest one belongs to; where the latest passed, the last that
  /// failed.
  std::optional<PastRun> bad;
  bool still_failing = false;
};

/// @param runs  of one variant, oldest first.
RunHistory history_of(const RunKey& key, const std::vector<PastRun>& runs);

}  // namespace harness
