#pragma once

#include <string>
#include <vector>

#include "record/record_index.hpp"

namespace harness {

/// What is read again of a run that may differ: made comparable between two runs, pids by the processes that
/// have them, siblings in an order of their own.
struct RunDetail {
  std::string reason;                 ///< of the verdict; empty for a pass
  std::string place;                  ///< "expected/exit/a.golden:4"; empty where no golden is to blame
  std::vector<std::string> expected;  ///< the first lines of its first difference
  std::vector<std::string> seen;
  std::vector<std::string> output;  ///< lines of standard output, then of standard error behind "stderr: "
  std::vector<std::string> tree;    ///< a line for each process, children indented below their parent
  bool close_race = false;          ///< a few milliseconds decided a fate
};

/// @throws CannotJudge where the line is not there any more, or is none of a record.
RunDetail detail_of(const std::filesystem::path& path, const RecordEntry& entry);

/// The detail in a line of a record. @throws CannotJudge
RunDetail parse_detail(const std::string& line);

/// Lines with what goldens often leave open taken out: numbers, and the order of lines.
std::vector<std::string> without_numbers_and_order(std::vector<std::string> lines);

}  // namespace harness
