#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/comparison.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// Where a difference lies, as editors open it: "expected/exit/x.golden:4", relative to `base` where it lies
/// below. Empty where no file is to blame.
std::string place_of(const Difference& difference, const std::filesystem::path& base);

/// A path relative to `base` where it lies below it, otherwise as it is.
std::string shown_path(const std::filesystem::path& path, const std::filesystem::path& base);

/// The lines of a diff, `-` before what is expected and `+` before what was seen. Lines longer than the
/// style's columns go on in the next one; nothing is cut.
std::vector<Line> diff_lines(const std::vector<DiffLine>& diff, const Style& style, int indent);

/// A whole difference: the reason (where `with_reason`), the place, the diff.
std::vector<Line> difference_lines(const Difference& difference, const Style& style,
                                   const std::filesystem::path& base, bool with_reason);

}  // namespace harness
