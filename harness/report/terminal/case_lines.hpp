#pragma once

#include <vector>

#include "model/case.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// One run in one line: "fail  exit/exit_main_process  pipe  12 ms  root ended with exit 1, expected exit 0".
/// The sentence is left out where `with_reason` is false.
Line case_line(const CaseResult& result, const Style& style, bool with_reason);

/// One run in full: the line, the tree, what was not checked and what was close.
std::vector<Line> case_lines(const CaseResult& result, const Style& style);

}  // namespace harness
