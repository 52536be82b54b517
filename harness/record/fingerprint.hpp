#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record_index.hpp"

namespace harness {

/// Reads the first line of a record. @throws BadJson where it is none; CannotJudge for another format.
void read_fingerprint(std::string_view line, RecordIndex& index);

/// Something that is not the same of two records.
struct PropertyDifference {
  std::string property;  ///< "libc"
  std::string first;     ///< empty where it is not told
  std::string second;

  bool operator==(const PropertyDifference&) const = default;
};
std::vector<PropertyDifference> differing_properties(const RecordIndex& first, const RecordIndex& second);

/// Short names that tell records apart, in their order: by the properties that differ between them where
/// those do ("aarch64, musl"), else by their file names.
std::vector<std::string> labels_of(const std::vector<RecordIndex>& records);

}  // namespace harness
