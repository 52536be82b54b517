#pragma once

#include <cstdint>
#include <vector>

#include "record/changes.hpp"

namespace harness {

/// The runs of one variant, in one record or the other: usually one, more where the run was repeated.
struct RunGroup {
  std::vector<const RecordEntry*> runs;
};

/// A variant with its runs in two records.
struct GroupPair {
  RunKey key;
  RunGroup first;
  RunGroup second;
};

/// Every variant of two records, in order of its key.
std::vector<GroupPair> group_pairs(const RecordIndex& first, const RecordIndex& second, const Words& words);

}  // namespace harness
