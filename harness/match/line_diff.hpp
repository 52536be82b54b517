#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/comparison.hpp"

namespace harness {

/// At most so much of a difference is shown.
inline constexpr std::size_t most_diff_lines = 64;
inline constexpr std::size_t most_diff_bytes = 4096;

/// One step from what was expected to what was seen.
struct Edit {
  DiffLine::Kind kind = DiffLine::Kind::same;  ///< same, expected or seen
  std::size_t expected = 0;  ///< index; of `seen`, of the expected line that would come next
  std::size_t seen = 0;      ///< index; of `expected`, of the seen line that would come next
};

/// Where two sequences differ.
struct Edits {
  std::vector<Edit> steps;
  std::size_t expected_left = 0;  ///< lines behind the steps, too many to be compared
  std::size_t seen_left = 0;
};

/// Aligns expected with seen lines by a shortest edit script. The equal lines at both ends take linear time
/// and are steps too; of what is between, at most the first 200 of each are aligned. `seen_known` of the
/// `seen` lines can be asked about; of the rest only the number is known.
Edits align(std::size_t expected, std::size_t seen, std::size_t seen_known,
            const std::function<bool(std::size_t expected, std::size_t seen)>& equal);

/// Collects the lines of a difference and keeps its bounds: what is beyond is counted.
class DiffBuilder {
 public:
  void add(DiffLine::Kind kind, std::string text);
  void omit(std::string text);  ///< a line that tells what is left out
  void skip(std::size_t lines) { skipped_ += lines; }
  std::vector<DiffLine> finish();

 private:
  std::vector<DiffLine> lines_;
  std::size_t bytes_ = 0;
  std::size_t skipped_ = 0;
};

}  // namespace harness
