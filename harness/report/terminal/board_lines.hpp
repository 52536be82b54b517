#pragma once

#include <vector>

#include "report/progress.hpp"
#include "report/terminal/line.hpp"

namespace harness {

/// The board at one moment: a line for each chapter (mark, name, bar and count of each implementation, time),
/// and below it, while runs go on, what runs. Fits into the style's columns (at least 20) and into `rows`
/// lines (0: no limit); where the chapters do not fit, one line stands for all.
std::vector<Line> board_lines(const Progress& progress, const Style& style, int rows,
                              Progress::Clock::time_point now);

}  // namespace harness
