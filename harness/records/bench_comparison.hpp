#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "report/bench_results.hpp"
#include "report/json_values.hpp"
#include "report/line.hpp"

namespace harness {

/// What two runs of `exeunt bench` say about one measurement. Ratios to the floor are compared, because noise
/// that slows a measurement slows the floor measured in turn with it.
struct BenchChange {
  enum class Kind {
    slower,
    faster,
    same,        ///< a change beyond `resolution` would show
    hidden,      ///< the noise hides every change that would matter
    only_first,  ///< not measured in the second
    only_second,
  };
  std::string name;
  Kind kind = Kind::same;
  double first = 0;  ///< ratio of medians to the floor
  double second = 0;
  double change = 1;      ///< second / first
  double resolution = 1;  ///< the smallest change that is not noise, as a ratio above 1
};

/// Whether a text is what `exeunt bench --json` writes, from its beginning.
bool is_bench_file(std::string_view beginning);

/// @throws CannotJudge naming the file.
std::vector<BenchMeasurement> read_bench_file(const std::filesystem::path& path);

/// Every measurement of either, in the order of the first file. The noise of a ratio is taken from the
/// quartiles of what was measured and of its floor, and the number of samples.
std::vector<BenchChange> bench_changes(const std::vector<BenchMeasurement>& first,
                                       const std::vector<BenchMeasurement>& second);

std::vector<Line> bench_change_lines(const std::vector<BenchChange>& changes, const Style& style);

/// The same as a table in Markdown.
std::string bench_change_markdown(const std::vector<BenchChange>& changes);

/// `{"format":1,"changes":[{"name","kind":"slower","ratio_first","ratio_second","change","resolution"}]}`
Json bench_change_json(const std::vector<BenchChange>& changes);

bool anything_slower(const std::vector<BenchChange>& changes);

}  // namespace harness
