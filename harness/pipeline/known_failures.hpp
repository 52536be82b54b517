#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "match/condition.hpp"
#include "model/case.hpp"

namespace harness {

/// One line of expected/known_failures.txt: `SCENARIO [CONDITION] DATE REASON`.
struct KnownFailure {
  std::string scenario;  ///< its name, or a pattern: `*`, `signals/*`
  Condition condition;
  std::string date;  ///< YYYY-MM-DD
  std::string reason;
  int line = 0;
};

/// @throws BadGolden with file and line for a line that is not of that form.
std::vector<KnownFailure> parse_known_failures(std::string_view text, const std::filesystem::path& path);

/// Reads the file; none where there is no such file.
std::vector<KnownFailure> read_known_failures(const std::filesystem::path& path);

/// The first line that fits counts. A failure that is known is no failure; a known failure that passes is
/// one, where the line names its scenario: of the many that a pattern covers, some may pass.
Judgement with_known_failures(Judgement judgement, const Case& c, const std::vector<KnownFailure>& known);

}  // namespace harness
